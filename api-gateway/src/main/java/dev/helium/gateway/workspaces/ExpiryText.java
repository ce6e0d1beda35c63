package dev.helium.gateway.workspaces;

import dev.helium.domain.ExpiryRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How an expiry is written. */
final class ExpiryText {
  static final String RULE =
      "must be a date such as 2026-02-22, or an instant such as 2026-02-22T15:04:05Z";

  private static final int LENGTH_OF_A_DATE = 10;

  private ExpiryText() {}

  /** Empty when it is neither a date nor an instant. */
  static Optional<ExpiryRequest> parse(String text) {
    try {
      return Optional.of(
          text.length() == LENGTH_OF_A_DATE
              ? new ExpiryRequest.EndOfDay(LocalDate.parse(text))
              : new ExpiryRequest.At(OffsetDateTime.parse(text).toInstant()));
    } catch (DateTimeParseException neither) {
      return Optional.empty();
    }
  }
}
