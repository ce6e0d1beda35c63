package dev.helium.story.benchmark.stream;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Lets things happen to workspaces evenly, as the services would say it while none runs. */
final class EventWriter implements AutoCloseable {
  private static final WorkspaceSpec SPEC = new WorkspaceSpec("namespace", Map.of(), Map.of());

  private final EventCodec codec = new EventCodec();
  private final KafkaProducer<String, byte[]> producer;
  private final AtomicInteger failed = new AtomicInteger();
  private final int workspaces;
  private final long[] seen;

  EventWriter(String bootstrap, int workspaces) {
    this.workspaces = workspaces;
    this.seen = new long[workspaces];
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "0"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Returns when every workspace is created. */
  void create() {
    Instant expiry = Instant.now().plus(30, ChronoUnit.DAYS);
    for (int number = 0; number < workspaces; number++) {
      append(
          number,
          Source.PROVISIONER,
          1,
          new Cause.Commanded(new CommandId("benchmark-" + number)),
          new Event.Created(1, 1, SPEC, "benchmark", expiry));
    }
    flush();
  }

  /** Returns when so many events were written, one after the other at a steady pace. */
  void write(int rate, int seconds) {
    long begun = System.nanoTime();
    for (int event = 0; event < rate * seconds; event++) {
      long due = begun + 1_000_000_000L * event / rate;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      int number = event % workspaces;
      append(
          number,
          Source.STATUS_WATCHER,
          ++seen[number],
          new Cause.Observed(),
          new Event.ReadinessChanged(
              1, seen[number] % 2 == 0 ? new Readiness.Unknown() : new Readiness.Ready()));
    }
    flush();
  }

  @Override
  public void close() {
    producer.close();
  }

  private void append(int number, Source source, long sequence, Cause cause, Event event) {
    WorkspaceId id = new WorkspaceId(StreamOptions.workspace(number));
    Encoded encoded =
        codec.encode(new EventRecord(id, source, sequence, cause, Instant.now(), event));
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.EVENTS, id.value(), encoded.body());
    encoded
        .headers()
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    // What failed is counted, and said when all is flushed.
    Future<RecordMetadata> _ =
        producer.send(
            record,
            (written, failure) -> {
              if (failure != null) {
                failed.incrementAndGet();
              }
            });
  }

  private void flush() {
    producer.flush();
    if (failed.get() > 0) {
      throw new IllegalStateException(failed.get() + " events could not be written");
    }
  }
}
