package dev.helium.gateway.http;

import dev.helium.service.NearestName;
import java.util.List;
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
    return NearestName.of(unknown, known)
        .map(name -> "is not a " + noun + "; did you mean \"" + name + "\"?")
        .orElse(
            "is not a "
                + noun
                + "; there are "
                + (known.isEmpty() ? "none" : String.join(", ", known)));
  }

  /** What somebody may have meant by a name; empty when it is like none. */
  public static Optional<String> nearest(String unknown, List<String> known) {
    return NearestName.of(unknown, known);
  }

  /** A name that is not known is not ours, and may be anything. */
  public static String shown(String field) {
    String printable = field.replaceAll("[^ -~]", "?");
    return printable.length() <= 64 ? printable : printable.substring(0, 64) + "...";
  }
}
