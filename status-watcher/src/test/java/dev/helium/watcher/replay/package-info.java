/**
 * What real clusters showed once, shown to the judges again in every order that watches may deliver
 * it in. The recordings are made by {@link dev.helium.watcher.Recorder}.
 */
package dev.helium.watcher.replay;
