package dev.helium.pages.operate.read;

import java.time.Duration;

/** Lengths of time in two units, such as {@code 1 min 32 s}. */
public final class Lengths {
  private static final long SECOND = 1_000;

  private Lengths() {}

  public static String of(Duration length) {
    if (length.toDays() > 0) {
      return two(length.toDays(), "d", length.toHoursPart(), "h");
    }
    if (length.toHours() > 0) {
      return two(length.toHours(), "h", length.toMinutesPart(), "min");
    }
    if (length.toMinutes() > 0) {
      return two(length.toMinutes(), "min", length.toSecondsPart(), "s");
    }
    return length.toMillis() < SECOND
        ? length.toMillis() + " ms"
        : two(length.toSeconds(), "s", 0, "");
  }

  private static String two(long first, String unit, long second, String smaller) {
    String rest = second == 0 ? "" : " " + second + " " + smaller;
    return first + " " + unit + rest;
  }
}
