package dev.helium.log;

import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Where the partitions of a topic end now. */
public final class TopicEnds {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private TopicEnds() {}

  /** The next offset of each partition of the events; fails after some 10 s. */
  public static Future<Map<Integer, Long>> ofEvents(Vertx vertx, LogSettings settings) {
    return of(vertx, settings, Topics.EVENTS);
  }

  static Future<Map<Integer, Long>> of(Vertx vertx, LogSettings settings, String topic) {
    return vertx.executeBlocking(() -> read(settings, topic), false);
  }

  private static Map<Integer, Long> read(LogSettings settings, String topic)
      throws LogUnavailableException {
    try (BoundedReader<String> reader =
        new BoundedReader<>(settings, new StringDeserializer(), LONGEST)) {
      Map<Integer, Long> ends = new HashMap<>();
      reader.ends(topic).forEach((partition, end) -> ends.put(partition.partition(), end));
      return ends;
    }
  }
}
