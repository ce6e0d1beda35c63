package dev.helium.domain.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Receipt;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.domain.trial.TrialOutcome.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTrialTest {
  private static final WorkspaceId DEMO = new WorkspaceId("demo");
  private static final Instant MONDAY = Instant.parse("2026-06-01T10:00:00Z");
  private static final Instant NEXT_MONDAY = Instant.parse("2026-06-08T10:00:00Z");
  private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
  private static final WorkspaceSpec SPEC = new WorkspaceSpec("namespace", Map.of(), Map.of());

  private long sequence;

  @Test
  void theSamePolicyChangesNothingHoweverLateTheDeletionBegan() {
    // given
    PolicyTrial trial = trial(1, 90);
    Instant midnight = Instant.parse("2026-06-02T00:00:00Z");
    create(trial, new ExpiryRequest.Unspecified(), MONDAY, midnight);
    // when
    happen(trial, midnight.plusSeconds(5), requested(new DeletionReason.Expired(midnight)));
    // then
    TrialOutcome outcome = outcome(trial);
    assertThat(outcome.verdict()).isEqualTo(Verdict.SAME);
    assertThat(outcome.saved()).isZero();
    assertThat(outcome.refusals()).isEmpty();
  }

  @Test
  void aShorterDefaultReapsEarlierWhatNamedNoExpiry() {
    // given
    PolicyTrial trial = trial(1, 90);
    create(trial, new ExpiryRequest.Unspecified(), MONDAY, NEXT_MONDAY);
    // when
    happen(trial, NEXT_MONDAY, requested(new DeletionReason.Requested()));
    // then
    TrialOutcome outcome = outcome(trial);
    assertThat(outcome.verdict()).isEqualTo(Verdict.EARLIER);
    assertThat(outcome.wouldHaveEnded()).isEqualTo("2026-06-02T00:00:00Z");
    assertThat(outcome.saved()).isEqualTo(Duration.ofHours(6 * 24 + 10));
  }

  @Test
  void whatNamedItsExpiryKeepsIt() {
    // given
    PolicyTrial trial = trial(1, 90);
    create(trial, new ExpiryRequest.At(NEXT_MONDAY), MONDAY, NEXT_MONDAY);
    // when
    happen(trial, NEXT_MONDAY, requested(new DeletionReason.Expired(NEXT_MONDAY)));
    // then
    assertThat(outcome(trial).verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void aShorterMaximumRefusesWhatLiesBeyondIt() {
    // given
    PolicyTrial trial = trial(1, 3);
    create(trial, new ExpiryRequest.At(NEXT_MONDAY), MONDAY, NEXT_MONDAY);
    // when
    happen(trial, NEXT_MONDAY, requested(new DeletionReason.Expired(NEXT_MONDAY)));
    // then
    TrialOutcome outcome = outcome(trial);
    assertThat(outcome.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(outcome.saved()).isEqualTo(Duration.ofDays(7));
    assertThat(outcome.refusals())
        .containsExactly(
            new TrialRefusal(
                MONDAY, "creation", "expiry 2026-06-08T10:00:00Z must lie at most 3 days ahead"));
  }

  @Test
  void aRefusedExtensionLeavesTheEarlierExpiry() {
    // given
    PolicyTrial trial = trial(1, 3);
    Instant wednesday = MONDAY.plus(Duration.ofDays(2));
    create(trial, new ExpiryRequest.At(wednesday), MONDAY, wednesday);
    extend(trial, NEXT_MONDAY, MONDAY.plusSeconds(60));
    // when
    happen(trial, NEXT_MONDAY, requested(new DeletionReason.Expired(NEXT_MONDAY)));
    // then
    TrialOutcome outcome = outcome(trial);
    assertThat(outcome.verdict()).isEqualTo(Verdict.EARLIER);
    assertThat(outcome.wouldHaveEnded()).isEqualTo(wednesday);
    assertThat(outcome.refusals()).extracting(TrialRefusal::what).containsExactly("extension");
  }

  @Test
  void requestsThatWouldHaveFoundItGoneAreCounted() {
    // given
    PolicyTrial trial = trial(1, 90);
    create(trial, new ExpiryRequest.Unspecified(), MONDAY, NEXT_MONDAY);
    extend(trial, NEXT_MONDAY.plusSeconds(60), MONDAY.plus(Duration.ofDays(3)));
    // when, then
    assertThat(outcome(trial).tooLate()).isEqualTo(1);
    assertThat(outcome(trial).wouldHaveEnded()).isEqualTo("2026-06-02T00:00:00Z");
  }

  @Test
  void aLongerDefaultLetsLiveLongerWhatExpired() {
    // given
    PolicyTrial trial = trial(3, 90);
    Instant midnight = Instant.parse("2026-06-02T00:00:00Z");
    create(trial, new ExpiryRequest.Unspecified(), MONDAY, midnight);
    // when
    happen(trial, midnight, requested(new DeletionReason.Expired(midnight)));
    // then
    assertThat(outcome(trial).verdict()).isEqualTo(Verdict.LATER);
    assertThat(outcome(trial).saved()).isEqualTo(Duration.ofDays(-2));
  }

  @Test
  void aLongerDefaultDoesNotKeepWhatSomebodyDeleted() {
    // given
    PolicyTrial trial = trial(30, 90);
    create(trial, new ExpiryRequest.Unspecified(), MONDAY, MONDAY.plusSeconds(9_999));
    // when
    happen(trial, MONDAY.plusSeconds(60), requested(new DeletionReason.Requested()));
    // then
    assertThat(outcome(trial).verdict()).isEqualTo(Verdict.SAME);
  }

  @Test
  void whatLivesStillIsLookedAtNow() {
    // given
    PolicyTrial trial = trial(1, 90);
    create(trial, new ExpiryRequest.Unspecified(), MONDAY, NOW.plusSeconds(60));
    // when, then
    TrialOutcome outcome = outcome(trial);
    assertThat(outcome.living()).isTrue();
    assertThat(outcome.ended()).isEqualTo(NOW);
    assertThat(outcome.verdict()).isEqualTo(Verdict.EARLIER);
  }

  @Test
  void midnightsAreThoseOfThePolicysZone() {
    // given
    PolicyTrial trial =
        new PolicyTrial((backend, owner) -> new ExpiryPolicy(ZoneId.of("America/New_York"), 1, 90));
    Instant end = Instant.parse("2026-06-04T00:00:00Z");
    create(trial, new ExpiryRequest.EndOfDay(LocalDate.parse("2026-06-03")), MONDAY, end);
    // when
    happen(trial, end, requested(new DeletionReason.Expired(end)));
    // then
    assertThat(outcome(trial).wouldHaveEnded()).isEqualTo("2026-06-04T04:00:00Z");
  }

  @Test
  void everyLifeOfANameIsLookedAtByItself() {
    // given
    PolicyTrial trial = trial(1, 90);
    create(trial, new ExpiryRequest.Unspecified(), MONDAY, NEXT_MONDAY);
    happen(trial, NEXT_MONDAY, requested(new DeletionReason.Requested()));
    happen(trial, NEXT_MONDAY, new Event.Deleted(new Receipt(1, List.of("gone"), NEXT_MONDAY)));
    // when
    happen(trial, NOW, new Event.Created(2, 2, SPEC, "ann", NOW.plusSeconds(60)));
    // then
    assertThat(trial.outcomes(NOW.plusSeconds(1)))
        .extracting(TrialOutcome::incarnation)
        .containsExactly(1, 2);
  }

  @Test
  void thePolicyIsChosenByBackendAndOwner() {
    // given
    PolicyTrial trial =
        new PolicyTrial(
            (backend, owner) -> new ExpiryPolicy(ZoneOffset.UTC, owner.equals("ann") ? 2 : 1, 90));
    create(trial, new ExpiryRequest.Unspecified(), MONDAY, NEXT_MONDAY);
    // when, then
    assertThat(outcome(trial).wouldHaveEnded()).isEqualTo("2026-06-03T00:00:00Z");
  }

  private static PolicyTrial trial(int defaultDays, int maximumDays) {
    return new PolicyTrial(
        (backend, owner) -> new ExpiryPolicy(ZoneOffset.UTC, defaultDays, maximumDays));
  }

  private static TrialOutcome outcome(PolicyTrial trial) {
    return trial.outcomes(NOW).getFirst();
  }

  private void create(PolicyTrial trial, ExpiryRequest request, Instant at, Instant got) {
    trial.asked(
        new Command.Create(
            new CommandId("c-1"), DEMO, "ann", "namespace", Map.of(), Map.of(), request));
    append(trial, "c-1", at, new Event.Created(1, 1, SPEC, "ann", got));
  }

  private void extend(PolicyTrial trial, Instant until, Instant at) {
    trial.asked(
        new Command.Extend(
            new CommandId("c-2"), DEMO, "ann", new ExpiryRequest.At(until), "demo moved"));
    append(trial, "c-2", at, new Event.ExpiryChanged(until, "ann", "demo moved"));
  }

  private void happen(PolicyTrial trial, Instant at, LifecycleEvent event) {
    append(trial, "other", at, event);
  }

  private void append(PolicyTrial trial, String command, Instant at, LifecycleEvent event) {
    sequence++;
    trial.happened(
        new EventRecord(
            DEMO,
            Source.PROVISIONER,
            sequence,
            new Cause.Commanded(new CommandId(command)),
            at,
            event));
  }

  private static Event.DeletionRequested requested(DeletionReason reason) {
    return new Event.DeletionRequested(2, reason, "me");
  }
}
