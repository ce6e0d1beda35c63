package dev.helium.gateway.stream;

import dev.helium.service.Environment;
import java.time.Duration;
import java.util.Objects;

/**
 * How much of the stream there is for whom.
 *
 * @param most subscribers in all
 * @param mostEach of one name
 * @param kept events that are kept in memory, for all who are not further behind than that
 * @param heartbeat after so long without anything else a stream says that it lives
 * @param patience so long a subscriber may take for what is sent to it in one go; shorter than a
 *     connection may be stalled, so that it is told why it is ended
 * @param recheck how often it is asked again who listens
 */
public record StreamSettings(
    int most, int mostEach, int kept, Duration heartbeat, Duration patience, Duration recheck) {
  private static final int MOST = 6_000;
  private static final int MOST_EACH = 100;
  private static final int KEPT = 16_384;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A connection that is stalled for 30 s is closed without a word. */
  private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(25);

  public StreamSettings {
    Objects.requireNonNull(heartbeat, "heartbeat");
    Objects.requireNonNull(patience, "patience");
    Objects.requireNonNull(recheck, "recheck");
  }

  public static StreamSettings of(Environment environment) {
    return new StreamSettings(
        environment.integer("HELIUM_STREAM_SUBSCRIBERS", MOST, 1, 50_000),
        environment.integer("HELIUM_STREAM_SUBSCRIBERS_EACH", MOST_EACH, 1, 50_000),
        environment.integer("HELIUM_STREAM_KEPT", KEPT, 16, 1_000_000),
        environment.duration(
            "HELIUM_STREAM_HEARTBEAT", HEARTBEAT, Duration.ofSeconds(1), Duration.ofMinutes(1)),
        environment.duration(
            "HELIUM_STREAM_PATIENCE", PATIENCE, Duration.ofSeconds(1), LONGEST_PATIENCE),
        environment.duration(
            "HELIUM_STREAM_RECHECK",
            Rechecks.INTERVAL,
            Duration.ofSeconds(1),
            Duration.ofMinutes(5)));
  }
}
