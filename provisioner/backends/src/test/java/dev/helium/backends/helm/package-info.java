/** Charts that the tests make, and what becomes of them. */
package dev.helium.backends.helm;
