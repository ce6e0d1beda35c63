package dev.helium.pages.frame;

import java.time.Duration;
import java.util.Optional;

/** Lengths of time in their two largest units, such as {@code 1 min 32 s}, rounded down. */
public final class TwoUnits {
  private TwoUnits() {}

  /** Empty below a minute: how exactly seconds are said is up to whoever asks. */
  public static Optional<String> of(Duration length) {
    if (length.toDays() > 0) {
      return Optional.of(two(length.toDays(), "d", length.toHoursPart(), "h"));
    }
    if (length.toHours() > 0) {
      return Optional.of(two(length.toHours(), "h", length.toMinutesPart(), "min"));
    }
    return length.toMinutes() > 0
        ? Optional.of(two(length.toMinutes(), "min", length.toSecondsPart(), "s"))
        : Optional.empty();
  }

  private static String two(long first, String unit, int rest, String smaller) {
    return first + " " + unit + (rest == 0 ? "" : " " + rest + " " + smaller);
  }
}
