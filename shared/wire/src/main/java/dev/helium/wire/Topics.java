package dev.helium.wire;

/**
 * The topics of the log. Records are keyed by workspace, so one partition holds all of one; those
 * of admission by owner.
 */
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

  /** What is wanted by owners who have a quota: it becomes a command when it is admitted. */
  public static final String REQUESTS = "helium.requests";

  /** What owners who have a quota have taken, by owner and workspace; compacted. */
  public static final String ADMISSIONS = "helium.admissions";

  /** What backends there are and what they take, the newest word about each; compacted. */
  public static final String BACKENDS = "helium.backends";

  /** Who asked for what, and what came of it; kept for as long as is set. */
  public static final String AUDIT = "helium.audit";

  /** What people want of webhooks, the newest of each; compacted. */
  public static final String WEBHOOKS = "helium.webhooks";

  /** How far each webhook has come; compacted. */
  public static final String WEBHOOK_PROGRESS = "helium.webhook-progress";

  /** Of each topic, and never changed: the partition of a workspace must stay the same. */
  public static final int PARTITIONS = 12;

  private Topics() {}
}
