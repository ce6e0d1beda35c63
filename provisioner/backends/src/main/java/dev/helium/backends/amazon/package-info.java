/** What backends on Amazon's cloud have in common: how they sign in and where they make things. */
package dev.helium.backends.amazon;
