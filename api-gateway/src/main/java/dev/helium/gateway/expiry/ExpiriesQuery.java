package dev.helium.gateway.expiry;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.Problem;
import dev.helium.view.ExpiryPlace;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which expiries are asked for.
 *
 * @param until none later; {@link Instant#MAX} for all
 * @param limit of one page, 1 to {@value #MOST}
 */
record ExpiriesQuery(Instant until, ExpiryPlace after, int limit) {
  static final int MOST = 500;
  private static final int DEFAULT = 100;

  /** What a query says, or a problem with all rules that it breaks. */
  static ExpiriesQuery read(MultiMap query) {
    List<FieldError> errors = new ArrayList<>();
    ExpiriesQuery read =
        new ExpiriesQuery(
            until(query.get("until"), errors),
            after(query.get("after"), errors),
            limit(query.get("limit"), errors));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).exception();
    }
    return read;
  }

  private static Instant until(String text, List<FieldError> errors) {
    if (text == null) {
      return Instant.MAX;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notAnInstant) {
      errors.add(new FieldError("until", "must be an instant such as 2026-02-22T15:04:05Z"));
      return Instant.MAX;
    }
  }

  private static ExpiryPlace after(String text, List<FieldError> errors) {
    if (text == null) {
      return ExpiryPlace.START;
    }
    Optional<ExpiryPlace> place = ExpiryPlace.parse(text);
    if (place.isEmpty()) {
      errors.add(new FieldError("after", "must be what the page before named in Next"));
    }
    return place.orElse(ExpiryPlace.START);
  }

  private static int limit(String text, List<FieldError> errors) {
    if (text == null) {
      return DEFAULT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException notANumber) {
      // The rule says what it has to be.
    }
    errors.add(new FieldError("limit", "must be a whole number from 1 to " + MOST));
    return DEFAULT;
  }
}
