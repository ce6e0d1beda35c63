package dev.helium.domain;

import java.util.Objects;

/** One field of a request and the rule that its value broke. */
public record FieldError(String field, String rule) {
  public FieldError {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(rule, "rule");
  }

  @Override
  public String toString() {
    return field + " " + rule;
  }
}
