package dev.helium.pages.follow;

import dev.helium.pages.frame.TwoUnits;
import java.time.Duration;
import java.util.Locale;

/** Lengths of time where it matters how long exactly: tenths of the first seconds count. */
final class ExactLength {
  private static final int FEW_SECONDS = 10;

  private ExactLength() {}

  static String of(Duration length) {
    return TwoUnits.of(length).orElseGet(() -> seconds(length));
  }

  private static String seconds(Duration length) {
    return length.toSeconds() < FEW_SECONDS && length.toMillisPart() >= 50
        ? String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1_000.0)
        : length.toSeconds() + " s";
  }
}
