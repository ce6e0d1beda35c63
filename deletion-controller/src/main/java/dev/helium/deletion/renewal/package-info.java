/** Asking again for deletions that were given up: never for the last time, and ever less often. */
package dev.helium.deletion.renewal;
