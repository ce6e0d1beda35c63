package dev.helium.gateway.connection;

import java.time.Duration;
import java.util.Objects;

/**
 * How many connections there may be, and how long each may do nothing.
 *
 * @param most in all
 * @param mostOfHost from one host
 * @param head from the first byte of a request to the end of its head
 * @param idle without any request
 * @param stall in which nothing of an answer is taken
 */
public record ConnectionLimits(
    int most, int mostOfHost, Duration head, Duration idle, Duration stall) {
  /** Proxies bring everybody's connections from one host. */
  public static final ConnectionLimits DEFAULT =
      new ConnectionLimits(
          12_000, 10_500, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(30));

  public ConnectionLimits {
    if (most < 1 || mostOfHost < 1) {
      throw new IllegalArgumentException("there must be room for a connection");
    }
    Objects.requireNonNull(head, "head");
    Objects.requireNonNull(idle, "idle");
    Objects.requireNonNull(stall, "stall");
  }

  /** The same times for other numbers. */
  public ConnectionLimits withNumbers(int inAll, int ofHost) {
    return new ConnectionLimits(inAll, ofHost, head, idle, stall);
  }
}
