package dev.helium.wire;

import java.util.Arrays;

/**
 * Whole numbers that are not negative, seven bits to a byte, the lowest first; the highest bit says
 * that more follow.
 */
public final class Varints {
  private static final int LONGEST = 9;
  private static final int BITS = 7;
  private static final int MORE = 0x80;
  private static final int LOW = 0x7F;

  private Varints() {}

  public static byte[] bytes(long number) {
    byte[] bytes = new byte[LONGEST];
    int length = 0;
    long left = number;
    while (left >= MORE) {
      bytes[length++] = (byte) (left | MORE);
      left >>>= BITS;
    }
    bytes[length++] = (byte) left;
    return Arrays.copyOf(bytes, length);
  }

  /**
   * The place after the number that starts at {@code start}; an {@link UnreadableException} when it
   * does not end.
   */
  public static int end(byte[] bytes, int start) {
    int place = start;
    while (place < bytes.length && bytes[place] < 0) {
      place++;
    }
    if (place >= bytes.length || place - start >= LONGEST) {
      throw new UnreadableException("a packed number does not end where it should");
    }
    return place + 1;
  }

  /** The number in {@code bytes[start, end)}. */
  public static long read(byte[] bytes, int start, int end) {
    long number = 0;
    for (int place = end - 1; place >= start; place--) {
      number = (number << BITS) | (bytes[place] & LOW);
    }
    return number;
  }
}
