/** How much is still to be deleted, how that goes on, and when it will be done. */
package dev.helium.deletion.backlog;
