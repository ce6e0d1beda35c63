package dev.helium.gateway.history;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.Problem;
import dev.helium.wire.Snapshot;
import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Which state of the past is asked for. */
sealed interface PastMoment {
  /** After everything that happened until then. */
  record At(Instant instant) implements PastMoment {}

  /** After the event of that number. */
  record After(long number) implements PastMoment {}

  static boolean isIn(MultiMap query) {
    return query.contains("at") || query.contains("sequence");
  }

  /** The moment that a query names, or a problem with the rules that it breaks. */
  static PastMoment read(MultiMap query, Instant now, Snapshot snapshot) {
    String at = query.get("at");
    if (at != null && query.contains("sequence")) {
      throw invalid("at", "cannot be given together with sequence");
    }
    if (at == null) {
      return new After(number(query.get("sequence"), snapshot.offsets().count()));
    }
    Instant instant = instant(at);
    if (instant.isAfter(now)) {
      throw invalid("at", "must not lie in the future");
    }
    return new At(instant);
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notAnInstant) {
      throw invalid("at", "must be an instant such as 2026-02-22T15:04:05Z");
    }
  }

  private static long number(String text, long count) {
    try {
      long number = Long.parseLong(text);
      if (number >= 1 && number <= count) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      throw invalid("sequence", rule(count));
    }
    throw invalid("sequence", rule(count));
  }

  private static String rule(long count) {
    return "must be a whole number from 1 to " + count + ", the number of the newest event";
  }

  private static RuntimeException invalid(String field, String rule) {
    return Problem.invalid(List.of(new FieldError(field, rule))).exception();
  }
}
