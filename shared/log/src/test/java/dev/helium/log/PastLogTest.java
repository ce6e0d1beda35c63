package dev.helium.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.broker.junit.BrokerExtension;
import dev.helium.broker.junit.TestBroker;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.Source;
import dev.helium.domain.trial.PolicyChoice;
import dev.helium.wire.Topics;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a real broker. */
@ExtendWith(BrokerExtension.class)
final class PastLogTest {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private LogFixture log;

  @BeforeEach
  void start(TestBroker broker) {
    log = new LogFixture(broker);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void commandsAreHandedOverInOrderAndWhatCannotBeReadIsCounted() throws Exception {
    // given
    log.append(LogFixture.delete("c-1"));
    log.append(
        Topics.COMMANDS,
        LogFixture.bytes(LogFixture.ID.value()),
        LogFixture.bytes("nothing that anybody can read"),
        List.of());
    log.append(LogFixture.delete("c-2"));
    // when
    List<Command> read = new ArrayList<>();
    long unreadable;
    try (PastLog past = new PastLog(log.settings, LONGEST)) {
      unreadable = past.commands(read::add);
    }
    // then
    assertThat(read)
        .extracting(Command::id)
        .containsExactly(new CommandId("c-1"), new CommandId("c-2"));
    assertThat(unreadable).isEqualTo(1);
  }

  @Test
  void eventsThatWereThereAreHandedOverAsOftenAsIsAskedFor() throws Exception {
    // given
    EventRecord event =
        new EventRecord(
            LogFixture.ID,
            Source.PROVISIONER,
            1,
            new Cause.Observed(),
            LogFixture.NOW,
            new Event.Unchanged());
    EventLog events = new EventLog(log.vertx, log.settings);
    LogFixture.done(events.append(event));
    // when
    List<EventRecord> read = new ArrayList<>();
    try (PastLog past = new PastLog(log.settings, LONGEST)) {
      assertThat(past.events(read::add)).isZero();
      assertThat(past.events(read::add)).isZero();
    }
    // then
    assertThat(read).containsExactly(event, event);
    LogFixture.done(events.close());
  }

  @Test
  void aTrialReadsNoMoreThanItMay() throws Exception {
    // given
    log.append(LogFixture.delete("c-1"));
    log.append(LogFixture.delete("c-2"));
    PolicyChoice choice = (backend, owner) -> new ExpiryPolicy(ZoneOffset.UTC, 1, 90);
    try (PastLog past = new PastLog(log.settings, LONGEST)) {
      // when, then
      assertThat(PastTrial.of(past, choice, LogFixture.NOW, 2).outcomes()).isEmpty();
      assertThatThrownBy(() -> PastTrial.of(past, choice, LogFixture.NOW, 1))
          .isInstanceOfSatisfying(
              PastTooLongException.class, tooLong -> assertThat(tooLong.most()).isEqualTo(1));
    }
  }

  @Test
  void aLogThatDoesNotAnswerIsSaidNotToInTime() {
    // given
    LogSettings nobody = new LogSettings("127.0.0.1:9");
    // when, then
    try (PastLog past = new PastLog(nobody, Duration.ofSeconds(1))) {
      assertThatThrownBy(() -> past.events(ignored -> {}))
          .isInstanceOf(LogUnavailableException.class);
    }
  }
}
