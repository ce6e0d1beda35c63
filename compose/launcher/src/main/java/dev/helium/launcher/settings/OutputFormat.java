package dev.helium.launcher.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How answers are written: for people, or for programs. */
public enum OutputFormat {
  TABLE,
  JSON;

  /** What a word must be to name one. */
  public static final String RULE = "must be table or json";

  /** The one that a word names. */
  public static Optional<OutputFormat> find(String word) {
    return Arrays.stream(values()).filter(format -> format.toString().equals(word)).findFirst();
  }

  /** As people write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
