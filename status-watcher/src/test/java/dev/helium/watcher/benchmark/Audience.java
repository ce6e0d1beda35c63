package dev.helium.watcher.benchmark;

/** Whoever hears of changes: what it knows of each workspace, and since when. */
interface Audience {
  /** How many workspaces are ready, as far as it has heard. */
  long ready();

  /** How much it has heard about a workspace's readiness. */
  int count(int workspace);

  /** When the newest of that came, by {@link System#nanoTime()}. */
  long heard(int workspace);
}
