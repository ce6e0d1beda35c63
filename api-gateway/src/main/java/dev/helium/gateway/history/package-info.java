/**
 * What has happened to workspaces: their events, their states of the past, and why they are as they
 * are. All of it is read from the log, at the places that the view knows, also after a deletion.
 *
 * <p>Nothing here changes anything.
 */
package dev.helium.gateway.history;
