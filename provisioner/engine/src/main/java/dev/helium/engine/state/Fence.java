package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One ownership of stacks. Of all with the same scope, the one with the highest number counts.
 *
 * @param scope 1 to 100 letters, digits and dashes
 * @param number grows with every change of owner, at least 1
 */
record Fence(String scope, long number) {
  private static final Pattern SCOPE = Pattern.compile("[A-Za-z0-9-]{1,100}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,18}");

  /** Reads {@code SCOPE:NUMBER}, empty when it is none. */
  static Optional<Fence> parse(String text) {
    var parts = text.split(":", -1);
    return parts.length == 2 && SCOPE.matcher(parts[0]).matches()
        ? number(parts[1]).map(number -> new Fence(parts[0], number))
        : Optional.empty();
  }

  /** Reads a number, empty when it cannot be one. */
  static Optional<Long> number(String text) {
    try {
      return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  /** Reads what a variable holds; a refusal names it. */
  static Fence require(String variable, String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new EngineException(
                    FailureClass.INVALID,
                    variable
                        + " must be SCOPE:NUMBER: a scope of at most 100 letters, digits and"
                        + " dashes, and a number from 1 to "
                        + Long.MAX_VALUE));
  }

  /** True when the other one is a later ownership of the same stacks. */
  boolean isBefore(Fence other) {
    return scope.equals(other.scope) && number < other.number;
  }

  @Override
  public String toString() {
    return scope + ":" + number;
  }
}
