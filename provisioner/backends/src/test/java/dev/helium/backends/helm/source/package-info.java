/** Charts from servers that the tests run. */
package dev.helium.backends.helm.source;
