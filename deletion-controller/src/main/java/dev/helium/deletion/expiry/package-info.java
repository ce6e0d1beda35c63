/**
 * Asking for the deletion of workspaces at the instant at which their time is up.
 *
 * <p>Fed by the log, woken by a timer: nothing here looks at all workspaces, or at the cluster.
 */
package dev.helium.deletion.expiry;
