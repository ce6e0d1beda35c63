package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.EXPIRED;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.INCARNATION;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.POLICY;
import static dev.helium.domain.Samples.RECEIPT;
import static dev.helium.domain.Samples.REQUESTED;
import static dev.helium.domain.Samples.SPEC;
import static dev.helium.domain.Samples.THREE_TIMES;
import static dev.helium.domain.Samples.invalid;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.record;
import static dev.helium.domain.Samples.refused;
import static dev.helium.domain.Samples.revival;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RevivingTest {
  private static final Workspace GONE = standing(new Lifecycle.Deleted(RECEIPT)).under(EXPIRED);
  private static final Instant GRACE_END = RECEIPT.confirmedAt().plus(Duration.ofDays(7));

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void onlyWhatHasExpiredAndIsGoneComesBack(Lifecycle lifecycle) {
    // given
    Workspace workspace = standing(lifecycle).under(EXPIRED);
    // when
    Event event = decided(workspace, new ExpiryRequest.At(EXPIRY), NOW);
    // then
    Event lives =
        refusedAs(RefusalReason.NOT_REVIVABLE, "It lives, so there is nothing to bring back.");
    Event goes =
        refusedAs(
            RefusalReason.BEING_DELETED,
            "It is still being deleted; wait until it is gone, and ask again.");
    Event expected =
        switch (lifecycle) {
          case Lifecycle.Absent ignored -> refused(RefusalReason.UNKNOWN_WORKSPACE);
          case Lifecycle.Deleted ignored ->
              new Event.Created(INCARNATION + 1, ATTEMPT + 1, SPEC, "ada", EXPIRY, "bob");
          case Lifecycle.Provisioning ignored -> lives;
          case Lifecycle.Provisioned ignored -> lives;
          case Lifecycle.ProvisioningFailed ignored -> lives;
          case Lifecycle.Destroying ignored -> goes;
          case Lifecycle.DestroyFailed ignored -> goes;
          case Lifecycle.Destroyed ignored -> goes;
        };
    assertThat(event).isEqualTo(expected);
  }

  @Test
  void whatSomebodyDeletedStaysDeleted() {
    assertThat(decided(standing(new Lifecycle.Deleted(RECEIPT)), unspecified(), NOW))
        .isEqualTo(
            refusedAs(
                RefusalReason.NOT_REVIVABLE,
                "It did not end because its time was up; create it anew."));
  }

  @Test
  void theGraceEnds() {
    assertThat(decided(GONE, unspecified(), GRACE_END.minusNanos(1_000)))
        .isInstanceOf(Event.Created.class);
    assertThat(decided(GONE, unspecified(), GRACE_END))
        .isEqualTo(
            refusedAs(
                RefusalReason.NOT_REVIVABLE,
                "It could be brought back until 2026-03-08T10:00:00Z; create it anew."));
  }

  @Test
  void whatItWasMadeOfMustStillBeKept() {
    // given
    List<FieldError> lacking = List.of(new FieldError("valuesYaml", "is no longer kept"));
    Decider decider =
        decider(
            new SpecCheck() {
              @Override
              public List<FieldError> check(Command.Create create) {
                return List.of();
              }

              @Override
              public List<FieldError> checkRecord(WorkspaceId workspace, WorkspaceSpec spec) {
                return lacking;
              }
            });
    // then
    assertThat(only(decider.decide(GONE, revival(unspecified()), NOW)))
        .isEqualTo(
            new Event.Refused(
                new Refusal(
                    RefusalReason.NOT_REVIVABLE,
                    lacking,
                    "What it was made of can no longer be used; create it anew.")));
  }

  @Test
  void itsExpiryKeepsTheRulesOfANewOne() {
    assertThat(decided(GONE, new ExpiryRequest.At(NOW), NOW))
        .isEqualTo(invalid("expiry", "must lie in the future"));
    assertThat(decided(GONE, new ExpiryRequest.At(NOW.plus(Duration.ofDays(91))), NOW))
        .isEqualTo(invalid("expiry", "must lie at most 90 days ahead"));
  }

  @Test
  void itIsItsExpiryThatEndedItAlsoWhenSomethingWasSweptLater() {
    // given
    Workspace living = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
    Workspace gone =
        through(
            living,
            new Event.DeletionRequested(8, new DeletionReason.Expired(EXPIRY), ""),
            new Event.Destroyed(8),
            new Event.Deleted(RECEIPT));
    // when
    Workspace swept =
        through(
            gone,
            new Event.DeletionRequested(9, new DeletionReason.Swept(INCARNATION), ""),
            new Event.Destroyed(9),
            new Event.Deleted(RECEIPT));
    Workspace deleted =
        through(
            living,
            new Event.DeletionRequested(8, REQUESTED, ""),
            new Event.Destroyed(8),
            new Event.Deleted(RECEIPT));
    // then
    assertThat(gone.terms().expired()).isTrue();
    assertThat(swept.terms().expired()).isTrue();
    assertThat(deleted.terms().expired()).isFalse();
  }

  @Test
  void aNewLifeBeginsWithoutTheTermsOfTheLastOne() {
    // when
    Workspace revived = through(GONE, decided(GONE, unspecified(), NOW));
    // then
    assertThat(revived.terms()).isEqualTo(Terms.NONE);
    assertThat(revived.createdBy()).isEqualTo("ada");
    assertThat(revived.incarnation()).isEqualTo(INCARNATION + 1);
    assertThat(revived.lifecycle()).isEqualTo(new Lifecycle.Provisioning(ATTEMPT + 1, 0, NOW));
  }

  private static Workspace through(Workspace begin, Event... events) {
    Workspace workspace = begin;
    for (Event event : events) {
      workspace = workspace.apply(record(workspace, event));
    }
    return workspace;
  }

  private static Event decided(Workspace workspace, ExpiryRequest expiry, Instant now) {
    return only(decider(ignored -> List.of()).decide(workspace, revival(expiry), now));
  }

  private static Decider decider(SpecCheck check) {
    return new Decider(POLICY, THREE_TIMES, THREE_TIMES, check);
  }

  private static Event refusedAs(RefusalReason reason, String detail) {
    return new Event.Refused(new Refusal(reason, List.of(), detail));
  }

  private static ExpiryRequest unspecified() {
    return new ExpiryRequest.Unspecified();
  }
}
