package dev.helium.pages.follow;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time where it matters how long exactly, in the two largest units. */
final class ExactLength {
  private static final int FEW_SECONDS = 10;

  private ExactLength() {}

  static String of(Duration length) {
    if (length.toDays() > 0) {
      return two(length.toDays(), "d", length.toHoursPart(), "h");
    }
    if (length.toHours() > 0) {
      return two(length.toHours(), "h", length.toMinutesPart(), "min");
    }
    if (length.toMinutes() > 0) {
      return two(length.toMinutes(), "min", length.toSecondsPart(), "s");
    }
    return length.toSeconds() < FEW_SECONDS && length.toMillisPart() >= 50
        ? String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1_000.0)
        : length.toSeconds() + " s";
  }

  private static String two(long first, String unit, int rest, String smaller) {
    return first + " " + unit + (rest == 0 ? "" : " " + rest + " " + smaller);
  }
}
