package dev.helium.pages.follow;

import dev.helium.pages.frame.OfferedLength;
import java.time.DateTimeException;
import java.time.Instant;

/** The instant that a form means, by a day or by a length. */
final class WantedEnd {
  private WantedEnd() {}

  /**
   * As the API takes it. A day counts before a length, and is left to the API to read.
   *
   * @param length the id of one; anything else is none
   * @param from where the length begins
   * @return empty when neither is given
   */
  static String of(String day, String length, Instant from) {
    return day.isEmpty()
        ? OfferedLength.named(length).map(each -> each.after(from).toString()).orElse("")
        : day;
  }

  /** The present expiry that a form was shown with, unless it has passed. */
  static Instant from(String shown, Instant now) {
    try {
      Instant expiry = Instant.parse(shown);
      return expiry.isAfter(now) ? expiry : now;
    } catch (DateTimeException e) {
      return now;
    }
  }
}
