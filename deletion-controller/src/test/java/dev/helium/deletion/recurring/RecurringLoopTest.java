package dev.helium.deletion.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.Receipt;
import dev.helium.domain.Refusal;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.service.Health;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The clock begins at midnight of 1 June; one is due at three o'clock each night. */
final class RecurringLoopTest {
  private static final WorkspaceId FIRST = new WorkspaceId("nightly-20260601-0300");
  private static final WorkspaceId SECOND = new WorkspaceId("nightly-20260602-0300");
  private static final WorkspaceId THIRD = new WorkspaceId("nightly-20260603-0300");
  private static final Cause SOMEBODY = new Cause.Observed();

  private final ManualTurns turns = new ManualTurns();
  private final Health health = new Health();
  private final List<Command> log = new ArrayList<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private final Set<WorkspaceId> hosts = new HashSet<>();
  private boolean away;
  private boolean trusted = true;
  private final RecurringLoop loop = newLoop();

  private RecurringLoop newLoop() {
    return new RecurringLoop(
        RecurrenceFile.parse(
            "[{\"name\":\"nightly\",\"cron\":\"0 3 * *"
                + " *\",\"backend\":\"namespace\",\"expiry\":\"P3D\"}]"),
        this::append,
        turns,
        () -> trusted ? Optional.of(turns.instant()) : Optional.empty(),
        hosts::contains,
        health);
  }

  private Future<Void> append(Command command) {
    if (away) {
      return Future.failedFuture("the log is away");
    }
    log.add(command);
    return Future.succeededFuture();
  }

  @Test
  void makesOneAtEachInstantAndNotBefore() {
    // given
    loop.open();
    // when, then
    turns.pass(Duration.ofHours(3).minusSeconds(1));
    assertThat(log).isEmpty();
    turns.pass(Duration.ofSeconds(2));
    assertThat(workspaces()).containsExactly(FIRST);
    turns.pass(Duration.ofDays(2));
    assertThat(workspaces()).containsExactly(FIRST, SECOND, THIRD);
    assertThat(log).allMatch(Command.Create.class::isInstance);
  }

  @Test
  void asksForNothingBeforeTheLogHasBeenReadOrWhenClosed() {
    turns.pass(Duration.ofDays(2));
    assertThat(log).isEmpty();
    loop.open();
    loop.close();
    turns.pass(Duration.ofDays(2));
    assertThat(log).isEmpty();
  }

  @Test
  void aNewEntryBeginsWithItsNextInstant() {
    // given
    turns.pass(Duration.ofHours(10));
    // when
    loop.open();
    turns.pass(Duration.ofHours(10));
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void ofMissedInstantsOnlyTheNewestIsMade() {
    // given
    created(FIRST);
    turns.pass(Duration.ofDays(2).plusHours(5));
    // when
    loop.open();
    turns.settle();
    // then
    assertThat(workspaces()).containsExactly(THIRD);
    turns.pass(Duration.ofHours(10));
    assertThat(log).hasSize(1);
  }

  @Test
  void whatWasAskedForBeforeARestartIsNotAskedForAgain() {
    // given
    created(FIRST);
    turns.pass(Duration.ofHours(5));
    // when
    loop.open();
    turns.pass(Duration.ofHours(10));
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void theOldOneGoesWhenTheNewOneIsReadyAndNotBefore() {
    // given
    created(FIRST);
    ready(FIRST);
    loop.open();
    turns.pass(Duration.ofDays(1).plusHours(4));
    log.clear();
    created(SECOND);
    turns.settle();
    assertThat(log).isEmpty();
    // when
    ready(SECOND);
    ready(SECOND);
    turns.settle();
    // then
    assertThat(log)
        .singleElement()
        .isInstanceOfSatisfying(
            Command.Delete.class,
            delete -> {
              assertThat(delete.workspace()).isEqualTo(FIRST);
              assertThat(delete.id().value()).isEqualTo("replaced-nightly-20260601-0300-1");
              assertThat(delete.reason()).isEqualTo(new DeletionReason.Requested());
              assertThat(delete.requestedBy()).contains("a newer one is ready");
            });
  }

  @Test
  void theOldOneIsKeptWhenTheNewOneFailsAndGoesWithItWhenTheNextIsReady() {
    // given
    created(FIRST);
    ready(FIRST);
    loop.open();
    created(SECOND);
    // when
    failed(SECOND);
    turns.settle();
    // then
    assertThat(log).isEmpty();
    // when
    created(THIRD);
    ready(THIRD);
    turns.settle();
    // then
    assertThat(workspaces()).containsExactly(FIRST, SECOND);
  }

  @Test
  void oneThatNeverComesUpForAFatalReasonReplacesNothing() {
    // given
    created(FIRST);
    ready(FIRST);
    loop.open();
    created(SECOND);
    // when
    seen(
        SECOND,
        new Readiness.NotReady(
            List.of(new Reason(ReasonKind.FATAL, "Pod/web", "ImagePullBackOff", "none"))));
    turns.settle();
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void aRefusedOneIsNotAskedForAgainAndReplacesNothing() {
    // given
    created(FIRST);
    ready(FIRST);
    loop.open();
    // when
    learn(
        SECOND,
        Source.PROVISIONER,
        ours(SECOND),
        new Event.Refused(Refusal.of(RefusalReason.INVALID)));
    turns.pass(Duration.ofDays(1).plusHours(5));
    // then
    assertThat(workspaces()).doesNotContain(SECOND);
    assertThat(health.isReady()).isTrue();
  }

  @Test
  void whatSomebodyElseNamedSoIsLeftAlone() {
    // given
    learn(FIRST, Source.PROVISIONER, SOMEBODY, creation(1));
    loop.open();
    created(SECOND);
    // when
    ready(SECOND);
    turns.settle();
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void theOldOneThatIsGoneAlreadyIsNotAskedFor() {
    // given
    created(FIRST);
    learn(
        FIRST,
        Source.PROVISIONER,
        SOMEBODY,
        new Event.DeletionRequested(2, new DeletionReason.Requested(), "ann"));
    learn(
        FIRST,
        Source.PROVISIONER,
        SOMEBODY,
        new Event.Deleted(new Receipt(1, List.of("gone"), Instant.EPOCH)));
    loop.open();
    // when
    created(SECOND);
    ready(SECOND);
    turns.settle();
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void whatTheLogDoesNotTakeIsAskedForAgain() {
    // given
    loop.open();
    away = true;
    turns.pass(Duration.ofHours(4));
    assertThat(health.isReady()).isFalse();
    // when
    away = false;
    turns.pass(Duration.ofSeconds(10));
    // then
    assertThat(workspaces()).containsExactly(FIRST);
    assertThat(health.isReady()).isTrue();
  }

  @Test
  void aClockThatRanAheadAndWasSetBackMakesWhatIsDueAgain() {
    // given
    loop.open();
    Instant midnight = turns.instant();
    turns.set(midnight.plus(Duration.ofDays(3_650)));
    turns.pass(Duration.ofSeconds(5));
    assertThat(log).hasSize(1);
    // when
    turns.set(midnight);
    turns.pass(Duration.ofHours(4));
    // then
    assertThat(workspaces()).hasSize(2).endsWith(FIRST);
  }

  @Test
  void nothingIsMadeByAClockThatIsNotTrusted() {
    // given
    loop.open();
    Instant midnight = turns.instant();
    // when
    trusted = false;
    turns.set(midnight.plus(Duration.ofDays(10)));
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).isEmpty();
    // when
    turns.set(midnight);
    trusted = true;
    turns.pass(Duration.ofHours(4));
    // then
    assertThat(workspaces()).containsExactly(FIRST);
  }

  @Test
  void whatHostsOthersIsReplacedWhenTheLastOfThemIsGone() {
    // given
    created(FIRST);
    ready(FIRST);
    hosts.add(FIRST);
    loop.open();
    // when
    created(SECOND);
    ready(SECOND);
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).isEmpty();
    // when
    hosts.clear();
    turns.pass(RecurringLoop.NAP);
    // then
    assertThat(workspaces()).containsExactly(FIRST);
  }

  @Test
  void whatBecameAHostWhileTheLogWasAwayIsAskedForWhenItIsNoneAnyMore() {
    // given
    created(FIRST);
    ready(FIRST);
    loop.open();
    away = true;
    created(SECOND);
    ready(SECOND);
    turns.settle();
    // when
    hosts.add(FIRST);
    away = false;
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
    hosts.clear();
    turns.pass(RecurringLoop.NAP);
    // then
    assertThat(workspaces()).containsExactly(FIRST);
  }

  @Test
  void anEventThatIsHandedOverAgainChangesNothing() {
    // given
    EventRecord creation = created(FIRST);
    ready(FIRST);
    loop.open();
    created(SECOND);
    ready(SECOND);
    turns.settle();
    // when
    loop.learn(creation);
    turns.settle();
    // then
    assertThat(log).hasSize(1);
  }

  private List<WorkspaceId> workspaces() {
    return log.stream().map(Command::workspace).toList();
  }

  private EventRecord created(WorkspaceId workspace) {
    return learn(workspace, Source.PROVISIONER, ours(workspace), creation(1));
  }

  private void failed(WorkspaceId workspace) {
    learn(
        workspace,
        Source.PROVISIONER,
        ours(workspace),
        new Event.GaveUp(1, new Failure(FailureKind.TIMED_OUT, "late")));
  }

  private void ready(WorkspaceId workspace) {
    seen(workspace, new Readiness.Ready());
  }

  private void seen(WorkspaceId workspace, Readiness readiness) {
    learn(workspace, Source.STATUS_WATCHER, SOMEBODY, new Event.ReadinessChanged(1, readiness));
  }

  private EventRecord learn(WorkspaceId workspace, Source source, Cause cause, Event event) {
    long sequence = sequences.merge(workspace + "/" + source, 1L, Long::sum);
    EventRecord record =
        new EventRecord(workspace, source, sequence, cause, turns.instant(), event);
    loop.learn(record);
    return record;
  }

  private static Event.Created creation(int incarnation) {
    return new Event.Created(
        incarnation,
        1,
        new WorkspaceSpec("namespace", Map.of(), Map.of()),
        "deletion-controller",
        Instant.parse("2036-01-01T00:00:00Z"));
  }

  private static Cause ours(WorkspaceId workspace) {
    return new Cause.Commanded(Recurrence.creation(workspace));
  }
}
