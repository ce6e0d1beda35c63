package dev.helium.gateway.session;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Texts that nobody guesses. */
public final class RandomText {
  private static final int BYTES = 32;

  private RandomText() {}

  /**
   * 43 characters that may stand in an address, a cookie or a form.
   *
   * @param random from which nobody can tell what comes next
   */
  public static String of(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
