package dev.helium.log;

import dev.helium.wire.Topics;
import dev.helium.wire.UnreadableKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * Counts records that cannot be read, by topic and kind. Every series is there from the start, so
 * that the first one is seen as an increase.
 */
final class UnreadableMeters {
  private final MeterRegistry meters;
  private final String name;
  private final String description;

  private UnreadableMeters(MeterRegistry meters, String name, String description) {
    this.meters = meters;
    this.name = name;
    this.description = description;
  }

  static UnreadableMeters putAside(MeterRegistry meters) {
    return new UnreadableMeters(
            meters, "helium.dead.letters", "Records put aside because they cannot be read")
        .showing(Topics.COMMANDS, Topics.REQUESTS, Topics.EVENTS);
  }

  static UnreadableMeters passedOver(MeterRegistry meters) {
    return new UnreadableMeters(
            meters,
            "helium.records.passed.over",
            "Records passed over because they cannot be read, at each reading")
        .showing(Topics.EVENTS);
  }

  void count(Unreadable unreadable) {
    counter(unreadable.place().topic(), unreadable.kind()).increment();
  }

  private UnreadableMeters showing(String... topics) {
    for (String topic : List.of(topics)) {
      for (UnreadableKind kind : UnreadableKind.values()) {
        counter(topic, kind);
      }
    }
    return this;
  }

  private Counter counter(String topic, UnreadableKind kind) {
    return Counter.builder(name)
        .description(description)
        .tag("topic", topic)
        .tag("kind", kind.word())
        .register(meters);
  }
}
