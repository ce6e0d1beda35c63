/**
 * The edge to the cluster: informers that turn what they see into findings and mark workspaces.
 *
 * <p>Nothing is decided here, and nothing outside it talks to the cluster.
 */
package dev.helium.watcher.cluster;
