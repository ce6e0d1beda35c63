package dev.helium.backends;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What secrets are made of: random numbers, and pairs of RSA keys of 2048 bits. Finding such a pair
 * takes most of a second of a processor with the fast compiler alone, so one is found ahead of the
 * workspace that needs it. Thread-safe.
 */
public final class SecretMaterial {
  private static final int BITS = 2048;
  private static final int SHORT_BITS = 1024;

  private final SecureRandom random;
  private final int bits;
  private final Executor ahead;
  private final AtomicReference<KeyPair> ready = new AtomicReference<>();
  private final AtomicBoolean underWay = new AtomicBoolean();

  private SecretMaterial(SecureRandom random, int bits, Executor ahead) {
    this.random = random;
    this.bits = bits;
    this.ahead = ahead;
    find();
  }

  /**
   * Of which a pair stands ready for whoever asks next.
   *
   * @param ahead where pairs are found for those who will ask, one at a time; it may take its time
   */
  public static SecretMaterial findingAhead(SecureRandom random, Executor ahead) {
    return new SecretMaterial(random, BITS, ahead);
  }

  /** Whose pairs are found by those who ask. */
  public static SecretMaterial of(SecureRandom random) {
    return new SecretMaterial(random, BITS, _ -> {});
  }

  /** Whose keys are short, and found soon: only for what nobody uses. */
  public static SecretMaterial ofExamples() {
    return new SecretMaterial(new SecureRandom(), SHORT_BITS, _ -> {});
  }

  public SecureRandom random() {
    return random;
  }

  /** A pair that nobody else gets. */
  public KeyPair rsaKeys() {
    KeyPair pair = ready.getAndSet(null);
    find();
    return pair == null ? found() : pair;
  }

  private void find() {
    if (ready.get() == null && underWay.compareAndSet(false, true)) {
      ahead.execute(
          () -> {
            try {
              ready.set(found());
            } finally {
              underWay.set(false);
            }
          });
    }
  }

  private KeyPair found() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits, random);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has RSA", impossible);
    }
  }
}
