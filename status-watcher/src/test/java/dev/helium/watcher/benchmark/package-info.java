/**
 * How soon, and at what cost, the watcher says what many workspaces come to. Run by hand with
 * {@code ./helium benchmark watcher}; nothing here is asserted.
 */
package dev.helium.watcher.benchmark;
