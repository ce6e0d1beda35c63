/** Tests of the backend {@code program}. */
package dev.helium.backends.program;
