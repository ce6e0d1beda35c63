package dev.helium.gateway.webhook;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.Problem;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands behind the question mark, all of it before it complains. Used once. */
final class Query {
  private final MultiMap parameters;
  private final List<FieldError> errors = new ArrayList<>();

  Query(MultiMap parameters) {
    this.parameters = parameters;
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  boolean flag(String name) {
    String value = text(name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      broken(name, "must be true or false");
    }
    return value.equals("true");
  }

  Optional<Instant> instant(String name) {
    try {
      return text(name).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeParseException notAnInstant) {
      broken(name, "must be an instant such as 2026-02-22T15:04:05Z");
      return Optional.empty();
    }
  }

  /** A whole number from 1. */
  Optional<Long> number(String name) {
    Optional<String> value = text(name);
    try {
      Optional<Long> number = value.map(Long::parseLong).filter(found -> found >= 1);
      if (number.isPresent() || value.isEmpty()) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // The rule says what it has to be.
    }
    broken(name, "must be a whole number from 1");
    return Optional.empty();
  }

  /** None longer than the longest. */
  Duration duration(String name, Duration otherwise, Duration longest) {
    try {
      Duration value = text(name).map(Duration::parse).orElse(otherwise);
      if (!value.isNegative() && value.compareTo(longest) <= 0) {
        return value;
      }
    } catch (DateTimeParseException notADuration) {
      // The rule says what it has to be.
    }
    broken(name, "must be a duration such as PT24H, at most " + longest);
    return otherwise;
  }

  void broken(String name, String rule) {
    errors.add(new FieldError(name, rule));
  }

  /** A problem with every rule that was broken so far. */
  void check() {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).exception();
    }
  }
}
