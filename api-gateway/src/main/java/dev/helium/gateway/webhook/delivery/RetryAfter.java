package dev.helium.gateway.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** How long a receiver asks to be left alone. */
final class RetryAfter {
  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /**
   * How long to wait.
   *
   * @param header seconds, or a date of HTTP; empty when there is none
   * @return zero for what is neither, at most the longest
   */
  static Duration of(String header, Instant now, Duration longest) {
    Duration asked = parse(header.strip(), now);
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(longest) > 0 ? longest : asked;
  }

  private static Duration parse(String value, Instant now) {
    if (!value.isEmpty()
        && value.length() <= MOST_DIGITS
        && value.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      return Duration.between(
          now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException neither) {
      return Duration.ZERO;
    }
  }
}
