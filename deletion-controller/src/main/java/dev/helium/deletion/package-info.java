/** Expiry, and the proof that what was deleted is gone. */
package dev.helium.deletion;
