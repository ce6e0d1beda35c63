package dev.helium.pages.create;

import java.util.Objects;

/**
 * A line of the values that a workspace is made from.
 *
 * @param depth how many maps it is in
 * @param value empty for a map
 */
public record ValueLine(int depth, String name, String value, Origin origin) {
  /** Who says so. */
  public enum Origin {
    DEFAULT,
    PROFILE,
    YOURS;

    /** For people; empty where it needs no word. */
    public String word() {
      return switch (this) {
        case DEFAULT -> "";
        case PROFILE -> "profile";
        case YOURS -> "yours";
      };
    }
  }

  public ValueLine {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(origin, "origin");
  }

  /** Before the name, as YAML is written. */
  public String indent() {
    return "  ".repeat(depth);
  }
}
