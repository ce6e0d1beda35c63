/** Readiness and connection facts from the cluster. */
package dev.helium.watcher;
