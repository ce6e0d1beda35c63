package dev.helium.domain;

import java.time.Duration;

/**
 * How often and how soon an attempt that failed is made again.
 *
 * @param limit attempts in all for one request, at least 1
 * @param first pause after the first failure; each further one is twice as long
 * @param longest no pause is longer
 */
public record RetryPolicy(int limit, Duration first, Duration longest) {
  public RetryPolicy {
    if (limit < 1 || first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "a retry policy needs limit >= 1 and 0 <= first <= longest");
    }
  }

  /** True when another attempt may follow after that many failures. */
  public boolean allowsAfter(int failures) {
    return failures < limit;
  }

  public Duration pauseAfter(int failures) {
    return new Backoff(first, longest).pauseAfter(failures);
  }
}
