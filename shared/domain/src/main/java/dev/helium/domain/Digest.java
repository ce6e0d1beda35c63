package dev.helium.domain;

import java.util.regex.Pattern;

/** The SHA-256 of some content, as 64 lower-case hexadecimal digits. */
public record Digest(String value) {
  private static final Pattern PATTERN = Pattern.compile("[0-9a-f]{64}");

  public Digest {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException("a digest has 64 lower-case hexadecimal digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
