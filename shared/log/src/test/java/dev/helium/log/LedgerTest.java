package dev.helium.log;

import static dev.helium.log.LogFixture.NOW;
import static dev.helium.log.LogFixture.bytes;
import static dev.helium.log.LogFixture.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.LedgerEntry;
import dev.helium.domain.LedgerSweep;
import dev.helium.domain.Orphan;
import dev.helium.domain.OrphanKind;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrokerExtension.class)
final class LedgerTest {
  private static final LedgerSweep SWEEP = new LedgerSweep(NOW, List.of(), 0);

  private LogFixture log;
  private LedgerLog ledger;
  private LedgerFollower follower;

  @BeforeEach
  void start(TestBroker broker) {
    log = new LogFixture(broker);
    ledger = new LedgerLog(log.vertx, log.settings);
    follower = new LedgerFollower(log.vertx, log.settings);
  }

  @AfterEach
  void stop() {
    done(follower.close());
    done(ledger.close());
    log.close();
  }

  @Test
  void theNewestWordAboutEachThingCountsUntilItIsRemoved() {
    // given
    Orphan first = orphan("one", NOW);
    Orphan newer = orphan("one", NOW.plusSeconds(60));
    Orphan second = orphan("two", NOW);
    done(ledger.put(first));
    done(ledger.put(second));
    done(ledger.put(SWEEP));
    assertThat(follower.entries()).isEmpty();
    // when
    follower.start();
    await().atMost(Duration.ofMinutes(1)).until(() -> follower.entries().isPresent());
    // then
    assertThat(known()).containsOnly(entry(first), entry(second), entry(SWEEP));
    // when
    done(ledger.put(newer));
    done(ledger.remove(second.key()));
    // then
    await().atMost(Duration.ofMinutes(1)).until(() -> known().size() == 2);
    await().atMost(Duration.ofMinutes(1)).until(() -> known().containsValue(newer));
    assertThat(done(LedgerFollower.read(log.vertx, log.settings)))
        .containsOnly(entry(newer), entry(SWEEP));
  }

  @Test
  void whatCannotBeReadIsLeftOutAndSoIsWhatWasSaidBefore() throws LogUnavailableException {
    // given
    Orphan orphan = orphan("one", NOW);
    done(ledger.put(orphan));
    done(ledger.put(SWEEP));
    follower.start();
    await().atMost(Duration.ofMinutes(1)).until(() -> follower.entries().isPresent());
    // when
    log.append(Topics.ORPHANS, bytes(orphan.key()), bytes("not an entry"), List.of());
    // then
    await().atMost(Duration.ofMinutes(1)).until(() -> known().size() == 1);
    assertThat(known()).containsOnly(entry(SWEEP));
  }

  @Test
  void whoeverFollowsTheEventsIsToldWhenAllThatThereIsHasBeenHandled() {
    // given
    Queue<EventRecord> handled = new ConcurrentLinkedQueue<>();
    AtomicBoolean reading = new AtomicBoolean();
    EventFollower events =
        new EventFollower(
            log.vertx,
            log.settings,
            delivery -> {
              handled.add(delivery.record());
              return Future.succeededFuture();
            },
            PassOver.uncounted(),
            () -> reading.set(true),
            ignored -> {});
    done(events.start());
    EventLog writer = new EventLog(log.vertx, log.settings);
    EventRecord event =
        new EventRecord(
            new WorkspaceId("example"),
            Source.PROVISIONER,
            1,
            new Cause.Observed(),
            NOW,
            new Event.Unchanged());
    done(writer.append(event));
    // when
    done(events.upToNow());
    // then
    assertThat(reading).isTrue();
    assertThat(handled).contains(event);
    done(events.close());
    done(writer.close());
  }

  private Map<String, LedgerEntry> known() {
    return follower.entries().orElseThrow();
  }

  private static Map.Entry<String, LedgerEntry> entry(LedgerEntry entry) {
    return Map.entry(entry.key(), entry);
  }

  private static Orphan orphan(String name, Instant lastSeen) {
    return new Orphan(
        OrphanKind.STRAY_STACK,
        "",
        name,
        name,
        NOW,
        lastSeen,
        List.of("there is a state file"),
        "Look.",
        false);
  }
}
