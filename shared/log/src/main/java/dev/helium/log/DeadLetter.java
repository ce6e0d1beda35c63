package dev.helium.log;

import dev.helium.wire.Topics;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/**
 * A record that was put aside because it could not be read. What it held itself is text that
 * anybody may have written.
 *
 * @param number names it for ever; numbers have gaps
 * @param place where the record stood; there is one letter of a place, however often it was put
 *     aside
 * @param at when it was put aside first
 * @param service which put it aside; empty when it does not say
 * @param kind of what cannot be read
 * @param key of the record; empty when it had none
 * @param type that the record says it is; empty when it says none
 */
public record DeadLetter(
    long number,
    Place place,
    Instant at,
    String service,
    String kind,
    String reason,
    String key,
    String type,
    Standing standing) {
  /** The order in which their records were written, as far as there is one. */
  public static final Comparator<DeadLetter> AS_THEY_STOOD =
      Comparator.comparing(DeadLetter::place);

  public DeadLetter {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(standing, "standing");
  }

  /** A letter that nothing was done about. */
  public boolean isWaiting() {
    return standing instanceof Standing.Waiting;
  }

  DeadLetter with(Standing next) {
    return new DeadLetter(number, place, at, service, kind, reason, key, type, next);
  }

  /** From where a letter stands in its own topic, so that it needs no counting. */
  static long number(int partition, long offset) {
    return offset * Topics.PARTITIONS + partition + 1;
  }

  /** Where it stands in the topic of the dead letters. */
  TopicPartition box() {
    return new TopicPartition(Topics.DEAD_LETTERS, Math.floorMod(number - 1, Topics.PARTITIONS));
  }

  long boxOffset() {
    return (number - 1) / Topics.PARTITIONS;
  }
}
