package dev.helium.log;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * What a process is in the group with which it shares partitions.
 *
 * @param instance a name that no other process of the same service has at the same time, so that
 *     one that comes back under it takes up its partitions at once; without any, its predecessor's
 *     session has to end first
 * @param session how long nothing may be heard of it before others go on with its partitions, 1 s
 *     to 60 s; brokers refuse less than their {@code group.min.session.timeout.ms}, 6 s by default
 */
public record Membership(String instance, Duration session) {
  public static final Duration SHORTEST_SESSION = Duration.ofSeconds(1);
  public static final Duration LONGEST_SESSION = Duration.ofSeconds(60);

  private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9._-]{0,100}");

  /** Of a process without a name, for any broker. */
  public static final Membership ANONYMOUS = new Membership("", Duration.ofSeconds(6));

  public Membership {
    if (!INSTANCE.matcher(instance).matches()) {
      throw new IllegalArgumentException(
          "an instance's name has at most 100 letters, digits, dots, dashes and underscores");
    }
    if (session.compareTo(SHORTEST_SESSION) < 0 || session.compareTo(LONGEST_SESSION) > 0) {
      throw new IllegalArgumentException("a session lasts 1 s to 60 s");
    }
  }
}
