/** Reading the YAML that people upload: limited in size and shape, every fault found at once. */
package dev.helium.backends.values;
