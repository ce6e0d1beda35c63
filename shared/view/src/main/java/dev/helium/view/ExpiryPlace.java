package dev.helium.view;

import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * A place in the order of expiries: the instant, and among those of one instant the name.
 *
 * @param workspace empty before all names
 */
public record ExpiryPlace(long milliseconds, String workspace) implements Comparable<ExpiryPlace> {
  /** Before every workspace. */
  public static final ExpiryPlace START = new ExpiryPlace(Long.MIN_VALUE, "");

  private static final Comparator<ExpiryPlace> SOONEST_FIRST =
      Comparator.comparingLong(ExpiryPlace::milliseconds).thenComparing(ExpiryPlace::workspace);
  private static final int LONGEST_NUMBER = 18;

  public ExpiryPlace {
    Objects.requireNonNull(workspace, "workspace");
  }

  /** The place that a {@link #text} means; empty when it means none. */
  public static Optional<ExpiryPlace> parse(String text) {
    int end = text.indexOf('-', 1);
    if (end < 1 || end > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ExpiryPlace(
              Long.parseLong(text.substring(0, end)),
              new WorkspaceId(text.substring(end + 1)).value()));
    } catch (IllegalArgumentException neither) {
      return Optional.empty();
    }
  }

  /** As an address can hold it. */
  public String text() {
    return milliseconds + "-" + workspace;
  }

  /** The end of the world, for what never ends. */
  static long millisecondsOf(Instant instant) {
    try {
      return instant.toEpochMilli();
    } catch (ArithmeticException beyond) {
      return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  @Override
  public int compareTo(ExpiryPlace other) {
    return SOONEST_FIRST.compare(this, other);
  }
}
