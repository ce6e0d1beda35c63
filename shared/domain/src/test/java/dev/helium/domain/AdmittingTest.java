package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.ID;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.POLICY;
import static dev.helium.domain.Samples.THREE_TIMES;
import static dev.helium.domain.Samples.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AdmittingTest {
  private static final Workspace ABSENT = Workspace.absent(ID);
  private static final Workspace LIVING =
      Samples.standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
  private static final Workspace EXPIRED =
      Samples.standing(new Lifecycle.Deleted(Samples.RECEIPT)).under(Samples.EXPIRED);

  /** Bob and Ada have a quota, nobody else. */
  private final Decider decider =
      new Decider(
          LifetimePolicy.same(POLICY),
          THREE_TIMES,
          THREE_TIMES,
          ignored -> List.of(),
          List.of("ada", "bob")::contains);

  static List<Command.Admissible> ofTheLiving() {
    return List.of(
        Samples.creation(new ExpiryRequest.Unspecified()),
        Samples.extension(new ExpiryRequest.At(EXPIRY.plusSeconds(1)), ""),
        Samples.protection(new ExpiryRequest.Unspecified(), "the demo runs"));
  }

  @Test
  void whoHasAQuotaMakesNothingThatWasNotAdmitted() {
    assertThat(only(decider.decide(ABSENT, creation("bob"), NOW)))
        .isInstanceOfSatisfying(Event.Refused.class, AdmittingTest::isForAQuota);
    assertThat(only(decider.decide(ABSENT, creation("eve"), NOW)))
        .isInstanceOf(Event.Created.class);
  }

  @ParameterizedTest
  @MethodSource("ofTheLiving")
  void itIsTheOwnersQuotaThatCountsWhoeverAsks(Command.Admissible command) {
    // given what Bob asks of a workspace of Ada's
    assertThat(command.requestedBy()).isEqualTo("bob");
    assertThat(command.owner(LIVING)).isEqualTo("ada");
    // then
    assertThat(only(decider.decide(LIVING, command, NOW)))
        .isInstanceOfSatisfying(Event.Refused.class, AdmittingTest::isForAQuota);
    assertThat(only(decider.decide(LIVING, new AdmittedCommand(command, "bob"), NOW)))
        .isInstanceOfSatisfying(Event.Refused.class, AdmittingTest::isForAQuota);
    assertThat(only(decider.decide(LIVING, new AdmittedCommand(command, "ada"), NOW)))
        .isEqualTo(only(Samples.DECIDER.decide(LIVING, command, NOW)))
        .isNotInstanceOf(Event.Refused.class);
  }

  @Test
  void whatComesBackIsOnTheAccountOfWhoMadeIt() {
    // given
    Command.Revive revive = Samples.revival(new ExpiryRequest.Unspecified());
    // then
    assertThat(revive.owner(EXPIRED)).isEqualTo("ada");
    assertThat(only(decider.decide(EXPIRED, revive, NOW)))
        .isInstanceOfSatisfying(Event.Refused.class, AdmittingTest::isForAQuota);
    assertThat(only(decider.decide(EXPIRED, new AdmittedCommand(revive, "ada"), NOW)))
        .isInstanceOf(Event.Created.class);
  }

  @Test
  void whatWouldBeRefusedAnywayIsRefusedForItsOwnReason() {
    // given a deletion under way
    Workspace leaving =
        Samples.standing(new Lifecycle.Destroying(ATTEMPT, 0, NOW, Samples.REQUESTED));
    // then
    assertThat(only(decider.decide(leaving, creation("bob"), NOW)))
        .isEqualTo(Samples.refused(RefusalReason.BEING_DELETED));
    assertThat(only(decider.decide(leaving, new AdmittedCommand(creation("bob"), "eve"), NOW)))
        .isEqualTo(Samples.refused(RefusalReason.BEING_DELETED));
  }

  @Test
  void aDenialIsRefusedWithItsArithmeticAndRemembered() {
    // given
    Refusal refusal =
        new Refusal(
            RefusalReason.QUOTA, List.of(new FieldError("quota", "1 of 1")), "1 of 1 are taken.");
    DeniedCommand deny = new DeniedCommand(new CommandId("c"), ID, "bob", refusal);
    // when
    Event event = only(decider.decide(ABSENT, deny, NOW));
    // then
    assertThat(event).isEqualTo(new Event.Refused(refusal));
    Workspace after =
        ABSENT.apply(
            new EventRecord(ID, Source.PROVISIONER, 1, new Cause.Commanded(deny.id()), NOW, event));
    assertThat(after.decision(deny.id())).contains(new Decision.Refused(refusal));
    assertThat(decider.decide(after, deny, NOW)).isEmpty();
  }

  @Test
  void aDenialIsForAQuotaAndNothingElse() {
    assertThatThrownBy(
            () ->
                new DeniedCommand(new CommandId("c"), ID, "bob", Refusal.of(RefusalReason.INVALID)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLaterEndOfItsProtectionCountsAsItsEnd() {
    // given
    Ends ends = new Ends(LifetimePolicy.same(POLICY));
    Workspace guarded = LIVING.under(Samples.PROTECTED);
    // then
    assertThat(ends.after(ABSENT, creation("bob"), NOW)).isEqualTo(POLICY.defaultExpiry(NOW));
    assertThat(ends.after(LIVING, creation("bob"), NOW)).isEqualTo(EXPIRY);
    assertThat(ends.after(guarded, creation("bob"), NOW)).isEqualTo(Samples.PROTECTION.until());
    assertThat(ends.after(guarded, extension(), NOW)).isEqualTo(Samples.PROTECTION.until());
    assertThat(ends.after(LIVING, extension(), NOW)).isEqualTo(EXPIRY.plusSeconds(1));
    assertThat(
            ends.after(
                LIVING, Samples.protection(new ExpiryRequest.At(NOW.plusSeconds(1)), ""), NOW))
        .isEqualTo(EXPIRY);
    assertThat(ends.after(LIVING, Samples.protection(new ExpiryRequest.Unspecified(), ""), NOW))
        .isEqualTo(POLICY.latestExpiry(NOW));
  }

  private static Command.Extend extension() {
    return Samples.extension(new ExpiryRequest.At(EXPIRY.plusSeconds(1)), "");
  }

  private static Command.Create creation(String requester) {
    return new Command.Create(
        new CommandId("create"),
        ID,
        requester,
        "namespace",
        Map.of(),
        Map.of(),
        new ExpiryRequest.Unspecified());
  }

  private static void isForAQuota(Event.Refused refused) {
    assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.QUOTA);
    assertThat(refused.refusal().errors()).extracting(FieldError::field).containsExactly("quota");
    assertThat(refused.refusal().detail()).isNotEmpty();
  }
}
