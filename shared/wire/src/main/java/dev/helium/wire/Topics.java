package dev.helium.wire;

/** The topics of the log. Records are keyed by workspace, so one partition holds all of one. */
public final class Topics {
  /** What is wanted: one record per command. */
  public static final String COMMANDS = "helium.commands";

  /** What has happened: the truth, kept for ever. */
  public static final String EVENTS = "helium.events";

  /** What could not be read, with where it stood and why. */
  public static final String DEAD_LETTERS = "helium.dead-letters";

  /** What the events came to at times, so that not all have to be read again; compacted. */
  public static final String SNAPSHOTS = "helium.snapshots";

  /** Records that say nothing: what matters is when the broker says it took them; kept an hour. */
  public static final String CLOCK = "helium.clock";

  /** What log, clusters and state files do not agree about, the newest of each; compacted. */
  public static final String ORPHANS = "helium.orphans";

  /** Of each topic, and never changed: the partition of a workspace must stay the same. */
  public static final int PARTITIONS = 12;

  private Topics() {}
}
