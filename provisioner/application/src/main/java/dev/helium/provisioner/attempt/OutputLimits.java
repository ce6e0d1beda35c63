package dev.helium.provisioner.attempt;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much a program may publish of itself: all of it is in an event, in the view and in every
 * answer, and the log refuses records above its limit.
 */
final class OutputLimits {
  private static final int MOST = 100;
  private static final int LONGEST = 4_096;
  private static final int LONGEST_NAME = 100;

  private OutputLimits() {}

  /** Which rule the outputs break, repeating no value; empty when none. */
  static Optional<String> broken(Map<String, String> outputs) {
    if (outputs.size() > MOST) {
      return Optional.of(
          "the program has " + outputs.size() + " outputs; at most " + MOST + " are published");
    }
    return new TreeMap<>(outputs)
        .entrySet().stream()
            .filter(
                output ->
                    output.getValue().length() > LONGEST || output.getKey().length() > LONGEST_NAME)
            .findFirst()
            .map(output -> broken(output.getKey(), output.getValue()));
  }

  private static String broken(String name, String value) {
    return name.length() > LONGEST_NAME
        ? "the name of the output "
            + name.substring(0, LONGEST_NAME)
            + "… has more than "
            + LONGEST_NAME
            + " characters"
        : "the output "
            + name
            + " has "
            + value.length()
            + " characters; at most "
            + LONGEST
            + " are published";
  }
}
