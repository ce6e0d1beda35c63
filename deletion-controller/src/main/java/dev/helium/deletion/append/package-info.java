/** Appending commands for as long as they are wanted, whatever the log does meanwhile. */
package dev.helium.deletion.append;
