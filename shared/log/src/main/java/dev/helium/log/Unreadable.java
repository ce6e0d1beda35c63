package dev.helium.log;

import dev.helium.wire.EventEnvelope;
import dev.helium.wire.UnreadableException;
import dev.helium.wire.UnreadableKind;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that cannot be read, and why. The reason repeats nothing of it. */
public final class Unreadable implements EventEntry {
  private final ConsumerRecord<String, byte[]> record;
  private final UnreadableKind kind;
  private final String reason;

  Unreadable(ConsumerRecord<String, byte[]> record, UnreadableException why) {
    this.record = record;
    this.kind = why.kind();
    this.reason = why.getMessage();
  }

  ConsumerRecord<String, byte[]> record() {
    return record;
  }

  public Place place() {
    return Place.of(record);
  }

  @Override
  public int partition() {
    return record.partition();
  }

  @Override
  public long offset() {
    return record.offset();
  }

  public UnreadableKind kind() {
    return kind;
  }

  public String reason() {
    return reason;
  }

  /**
   * Which event it would have been, so that readers can count it; empty when its headers do not
   * say, or say another workspace than its key.
   */
  public Optional<EventEnvelope> envelope() {
    return EventEnvelope.of(Records.headers(record))
        .filter(envelope -> envelope.workspace().value().equals(record.key()));
  }

  /** What its writer said beside it, as far as that can be read. */
  public Stamp stamp() {
    try {
      return Stamps.of(Records.headers(record));
    } catch (UnreadableException damaged) {
      return Stamp.NONE;
    }
  }
}
