package dev.helium.backends;

import java.util.Objects;

/**
 * A value of the stack's configuration.
 *
 * @param secret whether it is kept encrypted and never shown
 */
public record ConfigEntry(String value, boolean secret) {
  public ConfigEntry {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return secret ? "[secret]" : value;
  }
}
