package dev.helium.log;

import static dev.helium.log.LogFixture.done;
import static dev.helium.log.LogFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Source;
import dev.helium.wire.TraceParent;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What gathers ends with whoever closes it, wherever it is at that moment. */
@ExtendWith(BrokerExtension.class)
final class GatheringTest {
  private static final int PARTITION = 0;
  private static final int ROUNDS = 40;
  private static final Duration LONG = Duration.ofSeconds(60);

  private static LogFixture fixture;

  @BeforeAll
  static void start(TestBroker broker) {
    fixture = new LogFixture(broker);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void closedInTheMiddleOfATransactionItEndsAfterIt() throws Exception {
    // given
    try (PausedMember member = new PausedMember(fixture, "gathering", LONG)) {
      member.shares().read(PARTITION, 0);
      for (int round = 0; round < ROUNDS; round++) {
        Gathering gathering = gathering(member.shares());
        Tenure tenure = tenure(member.shares(), gathering);
        Future<Void> appended = gathering.append(tenure, event(round + 1), TraceParent.NONE);
        while (!gathering.isUnderWay()) {
          Thread.onSpinWait();
        }
        // when
        Future<Void> closed = gathering.close();
        // then
        done(closed);
        assertThat(appended.succeeded()).isTrue();
      }
    }
  }

  @Test
  void afterAFailureOfAnyKindItTakesNothingAndLeavesNothingWaiting() throws Exception {
    // given a partition of which nothing was read, so that the group cannot be asked
    try (PausedMember member = new PausedMember(fixture, "unread", LONG)) {
      Gathering gathering = gathering(member.shares());
      Tenure tenure = tenure(member.shares(), gathering);
      // when
      Future<Void> appended = gathering.append(tenure, event(1), TraceParent.NONE);
      done(appended.otherwiseEmpty());
      // then
      assertThat(appended.cause())
          .isInstanceOf(LogUnavailableException.class)
          .hasMessage("the events could not be appended");
      assertThat(gathering.isOver()).isTrue();
      done(gathering.close());
    }
  }

  private static Gathering gathering(GroupShares shares) throws LogUnavailableException {
    GroupProducer producer =
        GroupProducer.open(fixture.settings, LogSettings.appenders(Source.STATUS_WATCHER) + "own");
    Timer transactions = fixture.meters.timer("transactions");
    return Gathering.start(new ShareAppender(shares, producer, new OwnRecords(), transactions));
  }

  private static Tenure tenure(GroupShares shares, Gathering gathering) {
    return new Tenure(PARTITION, shares.now().tenures().get(PARTITION), shares, gathering);
  }
}
