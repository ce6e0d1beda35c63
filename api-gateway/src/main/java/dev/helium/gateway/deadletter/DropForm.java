package dev.helium.gateway.deadletter;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.KnownNames;
import dev.helium.gateway.http.Submitted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks what somebody says when a letter is dropped, all of it before it complains.
 *
 * <p>Used once.
 */
final class DropForm {
  private static final String WHY = "why";
  private static final int LONGEST_WHY = 500;

  private final KnownNames names;
  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private String why = "";

  /**
   * @param fields that the request may have
   */
  DropForm(List<String> fields) {
    this.names = KnownNames.ofFields(fields);
  }

  /** Why, or a problem with every broken rule. */
  String why(Submitted.Body body) {
    body.fields().forEach(this::take);
    if (errors.isEmpty() && (why.isBlank() || why.length() > LONGEST_WHY)) {
      errors.add(new FieldError(WHY, "must have 1 to " + LONGEST_WHY + " characters"));
    }
    LetterQuery.check(errors);
    return why.strip();
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
      why = value;
    }
  }
}
