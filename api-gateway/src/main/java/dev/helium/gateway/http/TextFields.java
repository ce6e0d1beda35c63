package dev.helium.gateway.http;

import dev.helium.domain.FieldError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one request whose fields are all text without control characters, each given once.
 */
public final class TextFields {
  private final KnownNames names;
  private final List<FieldError> errors;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, String> texts = new HashMap<>();

  /**
   * @param fields that the request may have
   * @param errors takes the rules that are broken
   */
  public TextFields(List<String> fields, List<FieldError> errors) {
    this.names = KnownNames.ofFields(fields);
    this.errors = errors;
  }

  public void take(Submitted.Body body) {
    body.fields().forEach(this::take);
  }

  /** Empty also when what was given breaks a rule. */
  public Optional<String> text(String field) {
    return Optional.ofNullable(texts.get(field));
  }

  /** Whether it was given and breaks a rule, which has been told. */
  public boolean isUnfit(String field) {
    return seen.contains(field) && !texts.containsKey(field);
  }

  private void take(Submitted submitted) {
    String field = submitted.field();
    if (!names.knows(field)) {
      errors.add(new FieldError(KnownNames.shown(field), names.rule(field)));
    } else if (!seen.add(field)) {
      errors.add(new FieldError(field, "must be given once"));
    } else if (!(submitted instanceof Submitted.Text(String ignored, String value))) {
      errors.add(new FieldError(field, "must be text"));
    } else if (value.chars().anyMatch(character -> character < ' ' || character == 127)) {
      errors.add(new FieldError(field, "must have no control characters"));
    } else {
      texts.put(field, value);
    }
  }
}
