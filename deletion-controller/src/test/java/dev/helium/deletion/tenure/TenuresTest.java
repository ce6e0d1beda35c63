package dev.helium.deletion.tenure;

import static dev.helium.deletion.Samples.DEMO;
import static dev.helium.deletion.Samples.FAILURE;
import static dev.helium.deletion.Samples.NOW;
import static dev.helium.deletion.Samples.created;
import static dev.helium.deletion.Samples.deleted;
import static dev.helium.deletion.Samples.deletionRequested;
import static dev.helium.deletion.Samples.record;
import static dev.helium.deletion.Samples.updated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.tenure.Tenure.Stage;
import dev.helium.domain.Cause;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Holdup;
import dev.helium.domain.Readiness;
import dev.helium.domain.Refusal;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.Source;
import dev.helium.domain.Step;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TenuresTest {
  private static final int PARTITION = 3;
  private static final Instant SOON = NOW.plusSeconds(60);
  private static final Instant LATER = NOW.plusSeconds(120);

  private static final Duration LEAD = Duration.ofHours(1);

  private final List<Tenure> told = new ArrayList<>();
  private final Tenures tenures = new Tenures((workspace, tenure) -> told.add(tenure));
  private long sequence;

  @BeforeEach
  void take() {
    tenures.take(PARTITION);
  }

  private void learn(Event... events) {
    for (Event event : events) {
      sequence++;
      tenures.learn(record(DEMO, sequence, event), PARTITION);
    }
  }

  @Test
  void beginsWithTheCreation() {
    learn(created(1, SOON));
    assertThat(told).containsExactly(new Tenure(1, Stage.LIVING, NOW, SOON, Instant.MAX));
  }

  @Test
  void tellsOfANewExpiry() {
    learn(created(1, SOON), updated(LATER), updated(LATER));
    assertThat(told).hasSize(2);
    assertThat(told.getLast().expiresAt()).isEqualTo(LATER);
  }

  @Test
  void tellsNothingOfWhatDoesNotConcernTheEnd() {
    learn(
        created(1, SOON),
        new Event.Progressed(1, List.of(new Step("create", "x"))),
        new Event.Provisioned(1, Map.of()),
        new Event.RetryScheduled(1, FAILURE, 2, NOW),
        new Event.GaveUp(2, FAILURE),
        new Event.Unchanged(),
        new Event.Refused(Refusal.of(RefusalReason.NOT_EXPIRED)));
    assertThat(told).hasSize(1);
  }

  @Test
  void goesThroughDeletionToTheProof() {
    learn(created(1, SOON), deletionRequested(), new Event.Destroyed(3), deleted(1));
    assertThat(told)
        .extracting(Tenure::stage)
        .containsExactly(Stage.LIVING, Stage.LEAVING, Stage.DESTROYED, Stage.NONE);
    assertThat(told.get(2).destroyed()).isEqualTo(NOW);
  }

  @Test
  void countsHowOftenTheDeletionWasGivenUpUntilAPersonAsks() {
    // given
    learn(created(1, SOON), deletionRequested());
    // when
    learn(
        new Event.GaveUp(3, FAILURE),
        new Event.Retried(4, Leaving.CONTROLLER),
        new Event.GaveUp(4, FAILURE));
    // then
    assertThat(told)
        .extracting(Tenure::stage)
        .containsExactly(
            Stage.LIVING, Stage.LEAVING, Stage.GIVEN_UP, Stage.LEAVING, Stage.GIVEN_UP);
    assertThat(told.getLast().leaving()).isEqualTo(new Leaving(NOW, 4, 2, NOW, Holdup.NONE));
    // when
    learn(new Event.Retried(5, "ada"));
    // then
    assertThat(told.getLast().stage()).isEqualTo(Stage.LEAVING);
    assertThat(told.getLast().leaving().failures()).isZero();
    assertThat(told.getLast().leaving().requested()).isEqualTo(NOW);
  }

  @Test
  void remembersWhatWasSaidToHoldIt() {
    // given
    Holdup holdup = new Holdup(List.of("a finalizer"), NOW);
    // when
    learn(created(1, SOON), deletionRequested(), new Event.Destroyed(3));
    learn(new Event.DeletionHeld(1, holdup));
    // then
    assertThat(told.getLast().stage()).isEqualTo(Stage.DESTROYED);
    assertThat(told.getLast().leaving().holdup()).isEqualTo(holdup);
  }

  @Test
  void beginsAnotherLife() {
    learn(created(1, SOON), deletionRequested(), new Event.Destroyed(3), deleted(1));
    learn(created(2, LATER));
    assertThat(told.getLast()).isEqualTo(new Tenure(2, Stage.LIVING, NOW, LATER, Instant.MAX));
  }

  @Test
  void passesOverWhatWasTakenInBefore() {
    learn(created(1, SOON), deletionRequested(), new Event.Destroyed(3), deleted(1));
    tenures.learn(record(DEMO, 1, created(1, SOON)), PARTITION);
    tenures.learn(record(DEMO, 3, new Event.Destroyed(3)), PARTITION);
    assertThat(told).hasSize(4);
  }

  @Test
  void tellsNothingOfPartitionsThatAreAnotherProcesss() {
    // given
    tenures.give(PARTITION);
    // when
    learn(created(1, SOON), deletionRequested());
    // then
    assertThat(told).isEmpty();
    // when
    tenures.take(PARTITION);
    // then
    assertThat(told).extracting(Tenure::stage).containsExactly(Stage.LEAVING);
    // when
    tenures.give(PARTITION);
    learn(new Event.Destroyed(3));
    tenures.take(PARTITION + 1);
    // then
    assertThat(told).extracting(Tenure::stage).containsExactly(Stage.LEAVING, Stage.ELSEWHERE);
    // when
    tenures.take(PARTITION);
    // then
    assertThat(told.getLast().stage()).isEqualTo(Stage.DESTROYED);
  }

  @Test
  void ofAPartitionThatIsTakenWhatEndsFirstIsToldFirst() {
    // given
    int other = PARTITION + 1;
    for (int number = 0; number < 50; number++) {
      Instant end = NOW.plusSeconds((number * 7L) % 50);
      tenures.learn(record(new WorkspaceId("ws-" + number), 1, created(1, end)), other);
    }
    // when
    tenures.take(other);
    // then
    assertThat(told).hasSize(50).isSortedAccordingTo(Comparator.comparing(Tenure::endsAt));
  }

  @Test
  void aProtectionMovesTheEndUntilItIsTakenBack() {
    learn(created(1, SOON), new Event.Protected(LATER, "ada", "a demo"));
    assertThat(told.getLast().expiresAt()).isEqualTo(SOON);
    assertThat(told.getLast().endsAt()).isEqualTo(LATER);
    learn(new Event.Unprotected("ada"));
    assertThat(told.getLast().endsAt()).isEqualTo(SOON);
    assertThat(told.getLast().ending().changes()).isEqualTo(2);
  }

  @Test
  void aProtectionThatEndsBeforeTheExpiryMovesNothing() {
    learn(created(1, LATER), new Event.ExpiringSoon(LATER, LEAD, "/extend"));
    learn(new Event.Protected(SOON, "ada", "a demo"));
    assertThat(told.getLast().endsAt()).isEqualTo(LATER);
    assertThat(told.getLast().ending().announced()).isEqualTo(LEAD);
  }

  @Test
  void whatWasAnnouncedOfAnEndIsForgottenWithIt() {
    learn(created(1, SOON), new Event.ExpiringSoon(SOON, LEAD, "/extend"));
    assertThat(told.getLast().ending().announced()).isEqualTo(LEAD);
    learn(new Event.ExpiryChanged(LATER, "ada", ""));
    assertThat(told.getLast().ending().announced()).isEqualTo(Duration.ZERO);
  }

  @Test
  void passesOverObservations() {
    learn(created(1, SOON));
    tenures.learn(
        new EventRecord(
            DEMO,
            Source.STATUS_WATCHER,
            7,
            new Cause.Observed(),
            NOW,
            new Event.ReadinessChanged(1, new Readiness.Ready())),
        PARTITION);
    learn(deletionRequested());
    assertThat(told).extracting(Tenure::stage).containsExactly(Stage.LIVING, Stage.LEAVING);
  }

  @Test
  void whatAnotherProcessActsForIsSeenAsElsewhere() {
    // given
    learn(created(1, SOON));
    assertThat(tenures.own(DEMO).stage()).isEqualTo(Stage.LIVING);
    assertThat(tenures.isOwn(DEMO.value())).isTrue();
    // when
    tenures.give(PARTITION);
    // then
    assertThat(tenures.own(DEMO).stage()).isEqualTo(Stage.ELSEWHERE);
    assertThat(tenures.find(DEMO).stage()).isEqualTo(Stage.LIVING);
    assertThat(tenures.isOwn(DEMO)).isFalse();
    assertThat(tenures.hasOwn()).isFalse();
  }

  @Test
  void whoHasTheFirstPartitionActsForWhatTheLogDoesNotKnow() {
    assertThat(tenures.isOwn("nobody")).isFalse();
    assertThat(tenures.isOwn("No Such Name!")).isFalse();
    // when
    tenures.take(0);
    // then
    assertThat(tenures.isOwn("nobody")).isTrue();
    assertThat(tenures.isOwn("No Such Name!")).isTrue();
  }
}
