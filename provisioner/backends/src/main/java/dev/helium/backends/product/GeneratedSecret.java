package dev.helium.backends.product;

import java.util.Objects;
import java.util.regex.Pattern;

/** A secret that a backend wants to have made once for each workspace. */
public sealed interface GeneratedSecret {
  Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,60}");

  /** By which it is asked for; lower-case words between dashes. */
  String name();

  /** Letters and digits, of which there are at least 16 for passwords and 32 for keys. */
  record Text(String name, int length) implements GeneratedSecret {
    public Text {
      check(name);
      if (length < 8 || length > 128) {
        throw new IllegalArgumentException("length must be between 8 and 128");
      }
    }
  }

  /** Random bytes, as lower-case hexadecimal digits: twice as many. */
  record Hexadecimal(String name, int bytes) implements GeneratedSecret {
    public Hexadecimal {
      check(name);
      if (bytes < 8 || bytes > 64) {
        throw new IllegalArgumentException("bytes must be between 8 and 64");
      }
    }
  }

  /**
   * A pair of RSA keys of 2048 bits in PEM: {@code NAME-private} (PKCS #8) and {@code NAME-public}.
   */
  record RsaKeys(String name) implements GeneratedSecret {
    public RsaKeys {
      check(name);
    }
  }

  private static void check(String name) {
    Objects.requireNonNull(name, "name");
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name must match " + NAME);
    }
  }
}
