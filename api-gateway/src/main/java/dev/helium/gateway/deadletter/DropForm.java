package dev.helium.gateway.deadletter;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.Submitted;
import dev.helium.gateway.http.TextFields;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks what somebody says when a letter is dropped, all of it before it complains.
 *
 * <p>Used once.
 */
final class DropForm {
  private static final String WHY = "why";
  private static final int LONGEST_WHY = 500;

  private final List<FieldError> errors = new ArrayList<>();
  private final TextFields fields;

  /**
   * @param fields that the request may have
   */
  DropForm(List<String> fields) {
    this.fields = new TextFields(fields, errors);
  }

  /** Why, or a problem with every broken rule. */
  String why(Submitted.Body body) {
    fields.take(body);
    String why = fields.text(WHY).orElse("");
    if (errors.isEmpty() && (why.isBlank() || why.length() > LONGEST_WHY)) {
      errors.add(new FieldError(WHY, "must have 1 to " + LONGEST_WHY + " characters"));
    }
    LetterQuery.check(errors);
    return why.strip();
  }
}
