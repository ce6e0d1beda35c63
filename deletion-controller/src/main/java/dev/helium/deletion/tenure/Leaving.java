package dev.helium.deletion.tenure;

import dev.helium.domain.Holdup;
import java.time.Instant;
import java.util.Objects;

/**
 * How far a life has come with its end.
 *
 * @param requested when its deletion was decided first; {@link Instant#EPOCH} before that
 * @param attempt the newest attempt that was given up; 0 when none was
 * @param failures how often in a row the deletion was given up since a person asked for it
 * @param failed when it was given up last; {@link Instant#EPOCH} when it never was
 * @param holdup what was said of what is left
 */
public record Leaving(Instant requested, int attempt, int failures, Instant failed, Holdup holdup) {
  /** In whose name this service asks. */
  public static final String CONTROLLER = "deletion-controller";

  /** Of a life that is not to end. */
  public static final Leaving NONE = new Leaving(Instant.EPOCH, 0, 0, Instant.EPOCH, Holdup.NONE);

  public Leaving {
    Objects.requireNonNull(requested, "requested");
    Objects.requireNonNull(failed, "failed");
    Objects.requireNonNull(holdup, "holdup");
  }

  static Leaving asked(Instant time) {
    return new Leaving(time, 0, 0, Instant.EPOCH, Holdup.NONE);
  }

  /** Whoever is no person is not taken for one who has done something about the failures. */
  Leaving askedAgain(String by) {
    return by.equals(CONTROLLER) ? this : new Leaving(requested, attempt, 0, failed, Holdup.NONE);
  }

  Leaving gaveUp(int newest, Instant time) {
    return new Leaving(requested, newest, failures + 1, time, holdup);
  }

  Leaving held(Holdup said) {
    return new Leaving(requested, attempt, failures, failed, said);
  }
}
