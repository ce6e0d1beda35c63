package dev.helium.engine.secret;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM under a key derived from a passphrase by PBKDF2 with HMAC-SHA256. The derivation
 * takes a good part of a second on purpose, so it happens once per salt.
 */
public final class PassphraseSecrets {
  private static final int ITERATIONS = 1_000_000;
  private static final int KEY_BITS = 256;
  private static final int NONCE_BYTES = 12;
  private static final int SALT_BYTES = 8;
  private static final int TAG_BITS = 128;
  private static final String KNOWN_TEXT = "pulumi";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;
  private final String state;
  private final Function<String, PassphraseSecrets> siblings;

  private PassphraseSecrets(
      SecretKey key, String state, Function<String, PassphraseSecrets> siblings) {
    this.key = key;
    this.state = state;
    this.siblings = siblings;
  }

  /** A new salt. */
  public static PassphraseSecrets create(String passphrase) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    var key = derive(passphrase, salt);
    Function<String, PassphraseSecrets> siblings = other -> open(passphrase, other);
    var proof = new PassphraseSecrets(key, "", siblings).encrypt(KNOWN_TEXT);
    return new PassphraseSecrets(
        key, "v1:" + Base64.getEncoder().encodeToString(salt) + ":" + proof, siblings);
  }

  /**
   * The secrets of a known salt; a {@link FailureClass#WRONG_PASSPHRASE} failure when the
   * passphrase is another one.
   */
  public static PassphraseSecrets open(String passphrase, String state) {
    var parts = state.split(":", 3);
    if (parts.length != 3 || !"v1".equals(parts[0])) {
      throw new EngineException(FailureClass.STATE_UNREADABLE, "the encryption salt is not known");
    }
    var opened =
        new PassphraseSecrets(
            derive(passphrase, decode(parts[1])), state, other -> open(passphrase, other));
    try {
      if (KNOWN_TEXT.equals(opened.decrypt(parts[2]))) {
        return opened;
      }
    } catch (EngineException wrong) {
      throw new EngineException(FailureClass.WRONG_PASSPHRASE, "incorrect passphrase", wrong);
    }
    throw new EngineException(FailureClass.WRONG_PASSPHRASE, "incorrect passphrase");
  }

  /** The salt with the proof of the passphrase, as it is kept beside the secrets. */
  public String state() {
    return state;
  }

  /**
   * The secrets of another salt under the same passphrase: a state may have been written before its
   * stack's settings got theirs.
   */
  public PassphraseSecrets at(String salt) {
    return salt.isEmpty() || salt.equals(state) ? this : siblings.apply(salt);
  }

  /** The same secrets, with the way to those of another salt. */
  PassphraseSecrets with(Function<String, PassphraseSecrets> others) {
    return new PassphraseSecrets(key, state, others);
  }

  /** Encrypts under a fresh nonce. */
  public String encrypt(String plaintext) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      var encrypted = cipher.doFinal(plaintext.getBytes(StandardCharsets.UTF_8));
      var encoder = Base64.getEncoder();
      return "v1:" + encoder.encodeToString(nonce) + ":" + encoder.encodeToString(encrypted);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-256-GCM is part of every JDK", impossible);
    }
  }

  /** Decrypts what {@link #encrypt} or the CLI wrote. */
  public String decrypt(String ciphertext) {
    var parts = ciphertext.split(":", 3);
    if (parts.length != 3 || !"v1".equals(parts[0])) {
      throw new EngineException(FailureClass.STATE_UNREADABLE, "a secret is not of a known form");
    }
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, decode(parts[1])));
      return new String(cipher.doFinal(decode(parts[2])), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException wrong) {
      throw new EngineException(
          FailureClass.WRONG_PASSPHRASE, "a secret was encrypted under another key", wrong);
    }
  }

  private static SecretKey derive(String passphrase, byte[] salt) {
    var specification = new PBEKeySpec(passphrase.toCharArray(), salt, ITERATIONS, KEY_BITS);
    try {
      var factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
      return new SecretKeySpec(factory.generateSecret(specification).getEncoded(), "AES");
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("PBKDF2 is part of every JDK", impossible);
    } finally {
      specification.clearPassword();
    }
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException invalid) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "a secret is not of a known form", invalid);
    }
  }
}
