package dev.helium.provisioner.benchmark;

import dev.helium.bench.row.Measure;
import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.Step;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.CommandSubscription;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.PartitionSnapshot;
import dev.helium.log.Snapshots;
import dev.helium.log.TopicAdministration;
import dev.helium.view.Projector;
import dev.helium.view.SnapshotSource;
import dev.helium.view.ViewMember;
import dev.helium.view.ViewSettings;
import dev.helium.wire.Encoded;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** How long an empty map takes to show 10,000 workspaces with 50 events each. */
final class RebuildMeasurement {
  private static final int WORKSPACES = 10_000;
  private static final int EVENTS = 50;
  private static final double BAR_SECONDS = 20;
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final PrintStream out;
  private final LogSettings settings;
  private final Vertx vertx = Vertx.vertx();

  RebuildMeasurement(PrintStream out, LogSettings settings) {
    this.out = out;
    this.settings = settings;
  }

  List<Measure> run() throws Exception {
    done(TopicAdministration.ensure(vertx, settings));
    write();
    double whole = rebuild("from the whole log", SnapshotSource.none());
    long start = System.nanoTime();
    CommandSubscription owner = CoreBenchmark.provisioner(vertx, settings);
    done(owner.start());
    while (!snapshotted()) {
      TimeUnit.MILLISECONDS.sleep(200);
    }
    out.printf("an owner reads it all and writes its snapshots in %.1f s%n", seconds(start));
    done(owner.close());
    double kept =
        rebuild(
            "from snapshots",
            partition ->
                Snapshots.read(vertx, settings, partition)
                    .map(part -> new SnapshotSource.Part(part.next(), part.workspaces().values())));
    done(vertx.close());
    return List.of(
        Measure.time("a lost map of 10,000, from the whole log", "s", whole).wanted(BAR_SECONDS),
        Measure.time("the same from snapshots", "s", kept).wanted(BAR_SECONDS));
  }

  private boolean snapshotted() throws TimeoutException {
    return done(
            Future.all(
                IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> Snapshots.read(vertx, settings, partition))
                    .toList()))
        .<PartitionSnapshot>list()
        .stream()
        .allMatch(snapshot -> snapshot.next() > WORKSPACES);
  }

  private double rebuild(String how, SnapshotSource source) throws TimeoutException {
    ViewMember member = done(ViewMember.start(vertx, new ViewSettings("127.0.0.1", 0, List.of())));
    long start = System.nanoTime();
    Projector projector = done(member.projector(source));
    EventTail tail =
        new EventTail(
            vertx,
            settings,
            projector.from(),
            delivery ->
                projector.project(delivery.record(), delivery.partition(), delivery.offset()));
    done(tail.start());
    done(tail.caughtUp());
    done(projector.settled());
    double seconds = seconds(start);
    int shown = member.views().versions().size();
    if (shown != WORKSPACES) {
      throw new IllegalStateException(shown + " workspaces are shown");
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    out.printf(
        "%,d events of %,d workspaces rebuilt %s: %.1f s; %d shown; %d MiB of heap in use%n",
        WORKSPACES * EVENTS,
        WORKSPACES,
        how,
        seconds,
        shown,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    done(tail.close());
    done(member.close());
    return seconds;
  }

  private void write() {
    AtomicReference<Exception> lost = new AtomicReference<>();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                settings.bootstrap(),
                "linger.ms",
                "20",
                "acks",
                "all",
                // Of two at once to a new partition the first may be refused for good
                // (KAFKA-15591).
                "max.in.flight.requests.per.connection",
                "1"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      EventCodec codec = new EventCodec();
      for (int sequence = 1; sequence <= EVENTS; sequence++) {
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
          EventRecord event = event("workspace-" + workspace, sequence);
          Encoded encoded = codec.encode(event);
          ProducerRecord<String, byte[]> record =
              new ProducerRecord<>(Topics.EVENTS, event.workspace().value(), encoded.body());
          encoded
              .headers()
              .forEach(
                  (name, value) ->
                      record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
          var _ =
              producer.send(
                  record,
                  (written, failure) -> {
                    if (failure != null) {
                      lost.compareAndSet(null, failure);
                    }
                  });
        }
      }
    }
    if (lost.get() != null) {
      throw new IllegalStateException("not all events were written", lost.get());
    }
  }

  private static EventRecord event(String workspace, int sequence) {
    Event event =
        switch (sequence) {
          case 1 ->
              new Event.Created(
                  1,
                  1,
                  new WorkspaceSpec("namespace", Map.of(), Map.of()),
                  "ada",
                  NOW.plusSeconds(86_400));
          case EVENTS -> new Event.Provisioned(1, Map.of("K8sNamespace", workspace));
          default ->
              new Event.Progressed(
                  1, List.of(new Step("create", "kubernetes:core/v1:ConfigMap/part-" + sequence)));
        };
    return new EventRecord(
        new WorkspaceId(workspace),
        Source.PROVISIONER,
        sequence,
        new Cause.Commanded(new CommandId("create-" + workspace)),
        NOW.plusSeconds(sequence),
        event);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static <T> T done(Future<T> future) throws TimeoutException {
    return future.await(5, TimeUnit.MINUTES);
  }
}
