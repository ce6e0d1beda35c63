package dev.helium.engine.secret;

import dev.helium.engine.property.SecretCodec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the ciphertext of a value that did not change, so that an unchanged resource stays the same
 * in the file.
 */
public final class CachingSecretCodec implements SecretCodec {
  private final PassphraseSecrets secrets;
  private final Map<String, String> ciphertexts = new ConcurrentHashMap<>();

  public CachingSecretCodec(PassphraseSecrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public String encrypt(String plaintext) {
    return ciphertexts.computeIfAbsent(plaintext, secrets::encrypt);
  }

  @Override
  public String decrypt(String ciphertext) {
    var plaintext = secrets.decrypt(ciphertext);
    ciphertexts.putIfAbsent(plaintext, ciphertext);
    return plaintext;
  }
}
