package dev.helium.network;

import java.net.InetAddress;
import java.util.Optional;

/**
 * All addresses that begin with the same bits.
 *
 * @param bits how many; 0 to 32 of IPv4, 0 to 128 of IPv6
 */
public record Network(InetAddress first, int bits) {
  public Network {
    if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException("a network has no more bits than its addresses");
    }
  }

  /** Such as {@code 10.0.0.0/8} or, of a single address, {@code ::1}; empty when it is neither. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    try {
      InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      int all = address.getAddress().length * Byte.SIZE;
      return Optional.of(
          new Network(address, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1))));
    } catch (IllegalArgumentException neither) {
      // A number that is none is such an exception too.
      return Optional.empty();
    }
  }

  /** For what the program itself names. */
  public static Network of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException(text + " is no network"));
  }

  public boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] theirs = address.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    int left = bits;
    for (int index = 0; left > 0; index++) {
      int shift = Math.max(0, Byte.SIZE - left);
      if ((mine[index] & 0xFF) >> shift != (theirs[index] & 0xFF) >> shift) {
        return false;
      }
      left -= Byte.SIZE;
    }
    return true;
  }
}
