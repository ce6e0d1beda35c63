package dev.helium.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How a deletion went, and where was searched before it was confirmed.
 *
 * @param requestedAt when the deletion was decided; {@link Timeline#UNKNOWN} when nobody noted it
 * @param destroyedAt when the stack was empty and removed; {@link Timeline#UNKNOWN} likewise
 * @param swept the kinds of which no object was left, as {@code Kind} or {@code Kind.group}
 * @param unlisted the kinds that Helium may not list, so that nobody looked
 */
public record Proof(
    Instant requestedAt, Instant destroyedAt, List<String> swept, List<String> unlisted) {
  /** Kinds that are kept of each list; a cluster with more is searched all the same. */
  public static final int MOST_KINDS = 1_000;

  /** Of a receipt that has sentences alone, as the first ones had. */
  public static final Proof NONE =
      new Proof(Timeline.UNKNOWN, Timeline.UNKNOWN, List.of(), List.of());

  public Proof {
    Objects.requireNonNull(requestedAt, "requestedAt");
    Objects.requireNonNull(destroyedAt, "destroyedAt");
    swept = swept.stream().limit(MOST_KINDS).toList();
    unlisted = unlisted.stream().limit(MOST_KINDS).toList();
  }

  /** True when both instants are known. */
  public boolean saysHowLong() {
    return Timeline.isKnown(requestedAt) && Timeline.isKnown(destroyedAt);
  }

  /** From the decision to the empty stack; zero when the writers' clocks say less than that. */
  public Duration destroying() {
    return between(requestedAt, destroyedAt);
  }

  /** From the empty stack to an instant, such as that of the confirmation. */
  public Duration proving(Instant confirmedAt) {
    return between(destroyedAt, confirmedAt);
  }

  private static Duration between(Instant from, Instant to) {
    return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
  }
}
