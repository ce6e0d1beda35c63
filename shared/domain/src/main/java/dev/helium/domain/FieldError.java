package dev.helium.domain;

import java.util.Objects;

/** One field of a request and the rule that its value broke. */
public record FieldError(String field, String rule) {
  private static final int LONGEST_FIELD = 100;
  private static final int LONGEST_RULE = 200;

  public FieldError {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(rule, "rule");
  }

  /** The same with at most 100 characters of the field's name and 200 of the rule. */
  FieldError shortened() {
    return field.length() <= LONGEST_FIELD && rule.length() <= LONGEST_RULE
        ? this
        : new FieldError(cut(field, LONGEST_FIELD), cut(rule, LONGEST_RULE));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  @Override
  public String toString() {
    return field + " " + rule;
  }
}
