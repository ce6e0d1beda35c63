package dev.helium.engine.project;

/**
 * One configuration value.
 *
 * @param value the text; for a secret its ciphertext or, once opened, the clear text
 * @param secret true when it is encrypted at rest
 */
public record ConfigEntry(String value, boolean secret) {
  @Override
  public String toString() {
    return secret ? "[secret]" : value;
  }
}
