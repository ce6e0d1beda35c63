package dev.helium.gateway.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names that a request may use, and which one somebody may have meant. */
public final class KnownNames {
  private final String noun;
  private final List<String> known;

  private KnownNames(String noun, List<String> known) {
    this.noun = noun;
    this.known = List.copyOf(known);
  }

  /** Of the fields of a body. */
  public static KnownNames ofFields(List<String> known) {
    return new KnownNames("field", known);
  }

  /** Of what may stand behind the question mark of an address. */
  public static KnownNames ofParameters(List<String> known) {
    return new KnownNames("parameter", known);
  }

  public boolean knows(String name) {
    return known.contains(name);
  }

  /** The rule that an unknown name breaks. */
  public String rule(String unknown) {
    return nearest(unknown)
        .map(name -> "is not a " + noun + "; did you mean \"" + name + "\"?")
        .orElse(
            "is not a "
                + noun
                + "; there are "
                + (known.isEmpty() ? "none" : String.join(", ", known)));
  }

  /** A name that is not known is not ours, and may be anything. */
  public static String shown(String field) {
    String printable = field.replaceAll("[^ -~]", "?");
    return printable.length() <= 64 ? printable : printable.substring(0, 64) + "...";
  }

  /** The known name with the fewest different characters, when it is not too far. */
  private Optional<String> nearest(String unknown) {
    String lower = unknown.toLowerCase(Locale.ROOT);
    String best = "";
    int least = Integer.MAX_VALUE;
    for (String name : known) {
      int distance = distance(lower, name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return !known.isEmpty() && least <= Math.max(1, best.length() / 3)
        ? Optional.of(best)
        : Optional.empty();
  }

  /** Insertions, deletions and replacements between two words; long words are not looked into. */
  private static int distance(String left, String right) {
    if (left.length() > 2 * right.length() + 1) {
      return Integer.MAX_VALUE;
    }
    int[] above = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int replaced = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                above[column - 1] + replaced, Math.min(above[column] + 1, current[column - 1] + 1));
      }
      above = current;
    }
    return above[right.length()];
  }
}
