package dev.helium.engine.run;

import java.util.Map;
import java.util.Objects;

/**
 * How a run was asked to go.
 *
 * @param preview plan only: nothing is changed anywhere
 * @param message what the history says about the run
 * @param targets only these are changed; everything when empty
 * @param targetDependents what depends on a target is a target too
 * @param excludes these are not changed
 * @param excludeDependents what depends on an excluded resource is excluded too
 * @param replaces these are replaced, changed or not
 * @param continueOnError what does not depend on a failed resource goes on
 * @param refresh read what is there before anything else
 * @param debug messages for debugging are told too
 * @param difference the lines for people say what differs in each resource
 * @param pendingCreations what becomes of creations that an earlier run did not end
 */
public record RunSettings(
    boolean preview,
    String message,
    UrnPatterns targets,
    boolean targetDependents,
    UrnPatterns excludes,
    boolean excludeDependents,
    UrnPatterns replaces,
    boolean continueOnError,
    boolean refresh,
    boolean debug,
    boolean difference,
    PendingCreations pendingCreations) {
  private static final RunSettings DEFAULTS =
      new RunSettings(
          false,
          "",
          UrnPatterns.none(),
          false,
          UrnPatterns.none(),
          false,
          UrnPatterns.none(),
          false,
          false,
          false,
          false,
          PendingCreations.LOOKED_UP);

  /**
   * What becomes of creations that an earlier run did not end.
   *
   * @param kind what becomes of those that are not named below
   * @param ids ids of what they made, by URN
   */
  public record PendingCreations(Kind kind, Map<String, String> ids) {
    /** The provider is asked what is there. */
    public static final PendingCreations LOOKED_UP = new PendingCreations(Kind.LOOK_UP, Map.of());

    public PendingCreations {
      ids = Map.copyOf(ids);
    }

    /** What becomes of one. */
    public enum Kind {
      /** The provider is asked what is there. */
      LOOK_UP,
      /** It stays as it is. */
      KEEP,
      /** It is forgotten. */
      FORGET
    }
  }

  public RunSettings {
    Objects.requireNonNull(message, "message");
    if (!targets.isEmpty() && !excludes.isEmpty()) {
      throw new IllegalArgumentException("targets and excludes together");
    }
  }

  /** A run over everything that changes what must be changed. */
  public static RunSettings defaults() {
    return DEFAULTS;
  }
}
