/** Tests of where programs come from, with real repositories. */
package dev.helium.backends.program.source;
