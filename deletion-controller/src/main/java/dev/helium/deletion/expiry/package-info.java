/** When workspaces expire, and the commands that follow at those instants. Knows no cluster. */
package dev.helium.deletion.expiry;
