package dev.helium.engine.command;

import dev.helium.engine.property.SecretCodec;

/**
 * Opens no secret: where values are not to be seen, no passphrase is needed.
 *
 * @param stand what every secret seems to hold, as JSON
 */
record BlindCodec(String stand) implements SecretCodec {
  @Override
  public String encrypt(String plaintext) {
    throw new IllegalStateException("nothing is written with closed eyes");
  }

  @Override
  public String decrypt(String ciphertext) {
    return stand;
  }
}
