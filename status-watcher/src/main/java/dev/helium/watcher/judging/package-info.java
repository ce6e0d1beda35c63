/**
 * What one Kubernetes object, looked at alone, means for its workspace.
 *
 * <p>Pure functions from the API's own types to small findings: no client, no clock, no memory.
 */
package dev.helium.watcher.judging;
