package dev.helium.pages.follow;

import java.time.Duration;
import java.util.Optional;

/** Lengths of time on a receipt. */
public final class ReceiptWords {
  private ReceiptWords() {}

  /** Says so when nobody noted it. */
  public static String length(Optional<Duration> length) {
    return length.map(ExactLength::of).orElse("a time that nobody noted");
  }
}
