package dev.helium.domain;

/**
 * Names one command for ever: a command that arrives twice under the same id is decided once.
 *
 * <p>1 to 128 visible ASCII characters.
 */
public record CommandId(String value) {
  public CommandId {
    if (value.isEmpty()
        || value.length() > 128
        || value.chars().anyMatch(character -> character <= ' ' || character > '~')) {
      throw new IllegalArgumentException("a command id has 1 to 128 visible ASCII characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
