package dev.helium.gateway.guard;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One limit under a name, told in the fields {@code RateLimit-Policy} and {@code RateLimit} of
 * draft-ietf-httpapi-ratelimit-headers-10.
 */
final class RateLimit {
  /** Names that have a bucket of their own; each takes some 100 bytes. */
  static final int MOST_NAMES = 10_000;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final String name;
  private final String policy;
  private final String detail;
  private final Buckets buckets;

  /**
   * @param name of the policy, lower-case letters and dashes
   * @param detail what was too much, a sentence
   * @param clock monotonic, in nanoseconds
   */
  RateLimit(String name, String detail, Rate rate, LongSupplier clock) {
    this.name = name;
    this.detail = detail;
    this.buckets = new Buckets(rate, MOST_NAMES, clock);
    this.policy = "\"" + name + "\";q=" + rate.burst() + ";w=" + seconds(rate.window());
  }

  /** Takes a token and says in the answer what is left; when there is none, what is to be said. */
  Optional<Problem> take(String who, HttpServerResponse response) {
    Take take = buckets.take(who);
    String wait = Long.toString(seconds(take.untilNext()));
    response.putHeader("ratelimit-policy", policy);
    response.putHeader("ratelimit", "\"" + name + "\";r=" + take.left() + ";t=" + wait);
    return take.granted()
        ? Optional.empty()
        : Optional.of(
            new Problem(ProblemKind.RATE_LIMITED, detail, List.of(), Map.of("retry-after", wait)));
  }

  /** Undoes a {@link #take} that was granted. */
  void giveBack(String who) {
    buckets.giveBack(who);
  }

  /** Whole ones, rounded up: who waits so long does not wait in vain. */
  private static long seconds(long nanoseconds) {
    return Math.ceilDiv(nanoseconds, SECOND);
  }
}
