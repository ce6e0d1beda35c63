package dev.helium.pages.operate.read;

import dev.helium.pages.frame.TwoUnits;
import java.time.Duration;

/** Lengths of time in two units; what is shorter than a second in milliseconds. */
public final class Lengths {
  private static final long SECOND = 1_000;

  private Lengths() {}

  public static String of(Duration length) {
    return TwoUnits.of(length).orElseGet(() -> seconds(length));
  }

  private static String seconds(Duration length) {
    return length.toMillis() < SECOND ? length.toMillis() + " ms" : length.toSeconds() + " s";
  }
}
