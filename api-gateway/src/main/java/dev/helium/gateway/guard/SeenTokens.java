package dev.helium.gateway.guard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers texts by their SHA-256: those that were used last, in two halves of which the older one
 * is forgotten when the newer one is full. Whether a token is still right is not said by it.
 */
final class SeenTokens {
  private final int half;
  private volatile Halves halves = new Halves(newSet(), newSet());

  /**
   * @param most that are remembered, at least 2
   */
  SeenTokens(int most) {
    this.half = most / 2;
  }

  boolean contains(String text) {
    ByteBuffer digest = digest(text);
    Halves now = halves;
    if (now.newer().contains(digest)) {
      return true;
    }
    if (now.older().contains(digest)) {
      add(digest);
      return true;
    }
    return false;
  }

  void add(String text) {
    add(digest(text));
  }

  /** Two threads at once may forget a half too many, and then somebody is looked at once more. */
  private void add(ByteBuffer digest) {
    Halves now = halves;
    if (now.newer().size() >= half) {
      now = new Halves(newSet(), now.newer());
      halves = now;
    }
    now.newer().add(digest);
  }

  private static Set<ByteBuffer> newSet() {
    return ConcurrentHashMap.newKeySet();
  }

  private static ByteBuffer digest(String text) {
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private record Halves(Set<ByteBuffer> newer, Set<ByteBuffer> older) {}
}
