/** Work that waits for the log, on threads that may. Nothing here knows what the work is. */
package dev.helium.provisioner.blocking;
