package dev.helium.backends.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IPv4 addresses that begin with the same bits.
 *
 * @param first of them, as a number
 * @param bits that they have in common, 0 to 32
 */
public record AddressRange(long first, int bits) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
  private static final int ALL = 32;
  private static final int LARGEST_BYTE = 255;

  /** Such as {@code 10.0.0.0/16}; empty when it is none, or has bits set behind its own. */
  public static Optional<AddressRange> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    List<Long> numbers = new ArrayList<>();
    for (int group = 1; group <= form.groupCount(); group++) {
      numbers.add(Long.valueOf(form.group(group)));
    }
    int bits = numbers.removeLast().intValue();
    if (bits > ALL || numbers.stream().anyMatch(number -> number > LARGEST_BYTE)) {
      return Optional.empty();
    }
    long first = numbers.stream().reduce(0L, (sum, number) -> sum << Byte.SIZE | number);
    return first % (1L << (ALL - bits)) == 0
        ? Optional.of(new AddressRange(first, bits))
        : Optional.empty();
  }

  public boolean overlaps(AddressRange other) {
    return first <= other.last() && other.first <= last();
  }

  /**
   * One of the equal parts that it falls into.
   *
   * @param more bits that tell them apart; at most what is left
   * @param index from 0 on
   */
  public AddressRange part(int more, int index) {
    int length = bits + more;
    if (length > ALL || index < 0 || index >= 1 << more) {
      throw new IllegalArgumentException("there is no such part");
    }
    return new AddressRange(first + index * (1L << (ALL - length)), length);
  }

  /** In CIDR form. */
  @Override
  public String toString() {
    return (first >> 24 & 255)
        + "."
        + (first >> 16 & 255)
        + "."
        + (first >> 8 & 255)
        + "."
        + (first & 255)
        + "/"
        + bits;
  }

  private long last() {
    return first + (1L << (ALL - bits)) - 1;
  }
}
