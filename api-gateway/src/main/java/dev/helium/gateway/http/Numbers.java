package dev.helium.gateway.http;

import dev.helium.domain.FieldError;
import java.util.List;

/** Whole numbers in a query. */
public final class Numbers {
  private Numbers() {}

  /**
   * The number that a parameter says.
   *
   * @param text null when the query does not have it
   * @param errors takes the rule that is broken
   */
  public static long read(
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
