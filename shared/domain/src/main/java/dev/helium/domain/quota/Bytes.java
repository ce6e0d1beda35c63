package dev.helium.domain.quota;

import java.util.List;

/** Amounts of memory for people. */
final class Bytes {
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB");
  private static final int STEP = 1024;

  private Bytes() {}

  /** In the largest unit that says it without a fraction. */
  static String text(long amount) {
    long number = amount;
    int unit = 0;
    while (number != 0 && number % STEP == 0 && unit < UNITS.size() - 1) {
      number /= STEP;
      unit++;
    }
    return number + " " + UNITS.get(unit);
  }
}
