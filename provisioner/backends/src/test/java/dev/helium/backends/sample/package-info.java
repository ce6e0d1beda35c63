/** A small product of nobody, for tests of what all products have in common. */
package dev.helium.backends.sample;
