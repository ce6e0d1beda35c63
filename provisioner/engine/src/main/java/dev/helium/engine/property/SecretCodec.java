package dev.helium.engine.property;

/** Turns the JSON text of a secret into what is stored, and back. */
public interface SecretCodec {
  /** The ciphertext of a JSON text. */
  String encrypt(String plaintext);

  /** The JSON text of a ciphertext. */
  String decrypt(String ciphertext);
}
