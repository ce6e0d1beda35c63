package dev.helium.bench.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers given to a benchmark as {@code --name NUMBER}. */
public final class Numbers {
  private final Map<String, Integer> given;

  private Numbers(Map<String, Integer> given) {
    this.given = Map.copyOf(given);
  }

  /**
   * Reads them.
   *
   * @param names that there are
   * @throws IllegalArgumentException for any other name, and for what is no number
   */
  public static Numbers in(List<String> arguments, String... names) {
    List<String> known = List.of(names);
    Map<String, Integer> given = new HashMap<>();
    for (int place = 0; place < arguments.size(); place += 2) {
      String name = arguments.get(place);
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "there is " + String.join(", ", known) + ", and not " + name);
      }
      if (place + 1 == arguments.size()) {
        throw new IllegalArgumentException(name + " needs a number");
      }
      given.put(name, number(name, arguments.get(place + 1)));
    }
    return new Numbers(given);
  }

  /**
   * One of them.
   *
   * @param otherwise when it was left out
   * @throws IllegalArgumentException when it is not from {@code least} to {@code most}
   */
  public int of(String name, int otherwise, int least, int most) {
    int value = given.getOrDefault(name, otherwise);
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, and not %d".formatted(name, least, most, value));
    }
    return value;
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(name + " needs a number, not " + text, notANumber);
    }
  }
}
