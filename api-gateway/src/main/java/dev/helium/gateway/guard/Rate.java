package dev.helium.gateway.guard;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may be done: a bucket of tokens that one is put into at each interval.
 *
 * @param interval until there is another token, at least a microsecond
 * @param burst tokens that the bucket holds, 1 to {@value #MOST}
 */
public record Rate(Duration interval, int burst) {
  static final int MOST = 1_000_000;

  private static final String NUMBER = "([1-9][0-9]{0,5}|1000000)";
  private static final Pattern TEXT = Pattern.compile(NUMBER + "/" + NUMBER);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration SHORTEST = SECOND.dividedBy(MOST);

  public Rate {
    Objects.requireNonNull(interval, "interval");
    if (interval.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("the interval must be a microsecond or longer");
    }
    if (burst < 1 || burst > MOST) {
      throw new IllegalArgumentException("the burst must be from 1 to " + MOST);
    }
  }

  /** So many a second, and so many at once. */
  public static Rate perSecond(int rate, int burst) {
    if (rate < 1 || rate > MOST) {
      throw new IllegalArgumentException("the rate must be from 1 to " + MOST);
    }
    return new Rate(SECOND.dividedBy(rate), burst);
  }

  /**
   * Reads {@code RATE/BURST}.
   *
   * @param unit for which the rate is said
   * @throws IllegalArgumentException with the rule that is broken
   */
  public static Rate parse(String text, Duration unit) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "must be RATE/BURST in whole numbers from 1 to " + MOST + ", such as 200/400");
    }
    return new Rate(
        unit.dividedBy(Integer.parseInt(matcher.group(1))), Integer.parseInt(matcher.group(2)));
  }

  /** How long an empty bucket takes to be full, in nanoseconds. */
  long window() {
    return Math.multiplyExact(interval.toNanos(), (long) burst);
  }
}
