package dev.helium.pages.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far ahead expiries are looked at. */
public enum Window {
  OVERDUE("Overdue", Duration.ZERO),
  DAY("24 hours", Duration.ofHours(24)),
  WEEK("7 days", Duration.ofDays(7)),
  MONTH("30 days", Duration.ofDays(30)),
  ALL("All", null);

  private final String word;
  private final Duration length;

  Window(String word, Duration length) {
    this.word = word;
    this.length = length;
  }

  /** A day unless another is named. */
  static Window named(String id) {
    return Arrays.stream(values()).filter(window -> window.id().equals(id)).findFirst().orElse(DAY);
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String word() {
    return word;
  }

  /** Its end; empty when it has none. */
  Optional<Instant> until(Instant now) {
    return Optional.ofNullable(length).map(now::plus);
  }

  /** For {@code aria-current}: null leaves the attribute out. */
  public String current(Window other) {
    return this == other ? "true" : null;
  }
}
