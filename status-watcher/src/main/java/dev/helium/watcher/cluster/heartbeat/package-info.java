/**
 * Finds out that a watch is dead although its connection looks open.
 *
 * <p>Each watch is a WebSocket. The Kubernetes client neither pings one nor lets others do it, so
 * its HTTP client is the JDK's, wrapped. All knowledge of that wrapping lives here.
 */
package dev.helium.watcher.cluster.heartbeat;
