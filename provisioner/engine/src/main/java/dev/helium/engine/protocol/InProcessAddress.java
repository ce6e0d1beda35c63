package dev.helium.engine.protocol;

import java.util.UUID;

/**
 * The addresses of engines inside this JVM: no port is opened and no other process can register
 * resources.
 */
final class InProcessAddress {
  private static final String SCHEME = "helium-engine:";

  private InProcessAddress() {}

  static String create() {
    return SCHEME + UUID.randomUUID();
  }

  static boolean is(String target) {
    return target.startsWith(SCHEME);
  }
}
