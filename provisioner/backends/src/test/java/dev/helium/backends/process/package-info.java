/** Tests of processes within limits. */
package dev.helium.backends.process;
