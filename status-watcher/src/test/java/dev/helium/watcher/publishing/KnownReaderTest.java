package dev.helium.watcher.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.LogUnavailableException;
import dev.helium.log.PartitionLog;
import dev.helium.log.PartitionSnapshot;
import dev.helium.log.Stamp;
import dev.helium.log.TopicAdministration;
import dev.helium.watcher.sharing.Changes;
import dev.helium.watcher.sharing.KnownReader;
import dev.helium.wire.Snapshot;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is known of a partition that is taken, from a real log. */
@ExtendWith(BrokerExtension.class)
final class KnownReaderTest {
  private static final int PARTITION = 4;
  private static final int WORKSPACES = 100;
  private static final int EVENTS = 500;
  private static final int TAIL = 7;

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private TestBroker broker;
  private LogSettings settings;

  @BeforeEach
  void up(TestBroker empty) {
    broker = empty;
    settings = new LogSettings(broker.bootstrap());
    get(TopicAdministration.ensure(vertx, settings));
  }

  @AfterEach
  void down() {
    get(vertx.close());
  }

  @Test
  void ofFiftyThousandEventsOnlyThoseAreReadThatComeAfterASnapshot()
      throws LogUnavailableException {
    // given
    List<EventRecord> events = new ArrayList<>();
    for (int index = 0; index < WORKSPACES; index++) {
      events.addAll(RandomHistory.of(new WorkspaceId("workspace-" + index), EVENTS, index));
    }
    List<EventRecord> tail = events.subList(events.size() - TAIL, events.size());
    try (PartitionLog log = PartitionLog.take(settings, Source.PROVISIONER, PARTITION)) {
      append(log, events.subList(0, events.size() - TAIL));
      log.append(snapshot());
      append(log, tail);
    }
    // when
    Known known = get(new KnownReader(vertx, settings, new Changes(), meters).read(PARTITION));
    // then
    assertThat(events).hasSizeGreaterThanOrEqualTo(50_000);
    assertThat(replayed()).isEqualTo(TAIL);
    Known whole = new Known();
    events.forEach(whole::learn);
    whole.forEach(
        (id, expected) -> {
          Watched found = known.find(id).orElseThrow();
          int life = expected.life().incarnation();
          assertThat(found.life()).isEqualTo(expected.life());
          assertThat(found.said().about(life)).isEqualTo(expected.said().about(life));
        });
  }

  @Test
  void withoutASnapshotAllEventsAreRead() throws LogUnavailableException {
    // given
    WorkspaceId id = new WorkspaceId("workspace");
    List<EventRecord> events = RandomHistory.of(id, 20, 1);
    try (PartitionLog log = PartitionLog.take(settings, Source.PROVISIONER, PARTITION)) {
      append(log, events);
    }
    // when
    Known known = get(new KnownReader(vertx, settings, new Changes(), meters).read(PARTITION));
    // then
    assertThat(replayed()).isEqualTo(events.size());
    assertThat(known.find(id)).isPresent();
  }

  private double replayed() {
    return meters.counter("helium.watcher.replayed").count();
  }

  private PartitionSnapshot snapshot() {
    Map<WorkspaceId, Snapshot> folded = new HashMap<>();
    AtomicLong next = new AtomicLong();
    get(
        EventTail.replay(
            vertx,
            settings,
            Map.of(PARTITION, 0L),
            delivery -> {
              folded.compute(
                  delivery.record().workspace(),
                  (id, known) ->
                      (known == null ? Snapshot.absent(id) : known)
                          .apply(delivery.record(), delivery.offset()));
              next.set(delivery.offset() + 1);
              return Future.succeededFuture();
            }));
    return new PartitionSnapshot(1, next.get(), -1, folded);
  }

  private static void append(PartitionLog log, List<EventRecord> events)
      throws LogUnavailableException {
    for (int index = 0; index < events.size(); index += 1_000) {
      log.append(
          events.subList(index, Math.min(events.size(), index + 1_000)).stream()
              .map(event -> new PartitionLog.Stamped(event, Stamp.NONE))
              .toList());
    }
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.await(60, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("no answer", late);
    }
  }
}
