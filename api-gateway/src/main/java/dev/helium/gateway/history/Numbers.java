package dev.helium.gateway.history;

import dev.helium.domain.FieldError;
import java.util.List;

/** Whole numbers in a query. */
final class Numbers {
  private Numbers() {}

  /**
   * @param text null when the query does not have it
   * @param errors takes the rule that is broken
   */
  static long read(
      String name, String text, long least, long most, long otherwise, List<FieldError> errors) {
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // The rule says what it has to be.
    }
    errors.add(
        new FieldError(
            name,
            most == Long.MAX_VALUE
                ? "must be a whole number from " + least
                : "must be a whole number from " + least + " to " + most));
    return otherwise;
  }
}
