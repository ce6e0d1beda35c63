package dev.helium.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Holdup;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.Receipt;
import dev.helium.domain.Refusal;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.Step;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.gateway.workspaces.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final Instant NOW = Events.BEGINNING.plus(Duration.ofHours(1));
  private static final Failure TOO_SLOW = new Failure(FailureKind.TIMED_OUT, "It took too long.");
  private static final Failure NO_ROOM = new Failure(FailureKind.QUOTA_EXCEEDED, "No room.");

  private final Events events = new Events();

  @Test
  void oneThatIsBeingMadeNamesWhoAskedAndHowFarItIs() {
    // given
    events
        .and(Events.created(1, 1))
        .and(new Event.Progressed(1, List.of(new Step("create", "Namespace/blue"))));
    // then
    assertThat(events.explanation().state()).isEqualTo("creating");
    assertThat(events.explanation().since()).isEqualTo(Events.BEGINNING);
    assertThat(events.explanation().because())
        .containsExactly(
            "ann asked for the workspace, and attempt 1 to make it began (event 1 of"
                + " 2026-03-04T05:00:00Z, command c-1).",
            "Attempt 1 came as far as: create Namespace/blue (event 2 of 2026-03-04T05:01:00Z,"
                + " command c-2).");
    assertThat(events.explanation().trouble()).isEmpty();
    assertThat(events.outlook(NOW).next()).startsWith("Attempt 1 is under way");
    assertThat(events.outlook(NOW).when()).isEmpty();
  }

  @Test
  void oneThatIsTriedAgainSaysWhatFailedAndWhenTheNextAttemptBegins() {
    // given
    Instant next = NOW.plusSeconds(30);
    events.and(Events.created(1, 1)).and(new Event.RetryScheduled(1, TOO_SLOW, 2, next));
    // then
    assertThat(events.explanation().state()).isEqualTo("creating");
    assertThat(events.explanation().because()).hasSize(2);
    assertThat(events.explanation().because().getLast())
        .startsWith("Attempt 1 failed, and attempt 2 was put off until " + next)
        .contains("It took too long (event 2");
    assertThat(events.explanation().trouble())
        .contains(Trouble.of(TOO_SLOW))
        .map(Trouble::reasonWord)
        .contains("timeout");
    assertThat(events.outlook(NOW).next()).isEqualTo("Attempt 2 begins at " + next + ".");
    assertThat(events.outlook(NOW).when()).contains(next);
    assertThat(events.outlook(next).next()).contains("was due at");
  }

  @Test
  void oneThatIsReadySaysWhenItExpiresAndWhoMovedThat() {
    // given
    events
        .and(Events.created(1, 1))
        .and(new Event.Provisioned(1, Map.of()))
        .and(waiting())
        .and(new Event.ReadinessChanged(1, new Readiness.Ready()))
        .and(new Event.ExpiryChanged(Events.EXPIRY.plusSeconds(60), "bob", "the demo was moved"));
    // then
    assertThat(events.explanation().state()).isEqualTo("ready");
    assertThat(events.explanation().since()).isEqualTo(Events.BEGINNING.plusSeconds(180));
    assertThat(events.explanation().because())
        .hasSize(4)
        .anySatisfy(sentence -> assertThat(sentence).startsWith("Its pods were seen ready"))
        .last()
        .asString()
        .startsWith("bob moved the expiry to 2026-03-05T00:01:00Z: the demo was moved (event 5");
    assertThat(events.outlook(NOW).next())
        .isEqualTo("It expires at 2026-03-05T00:01:00Z and is deleted then.");
    assertThat(events.outlook(NOW).when()).contains(Events.EXPIRY.plusSeconds(60));
  }

  @Test
  void oneThatIsProtectedSaysByWhomAndEndsWhenThatEnds() {
    // given
    Instant until = Events.EXPIRY.plusSeconds(600);
    events
        .and(Events.created(1, 1))
        .and(new Event.Provisioned(1, Map.of()))
        .and(new Event.ReadinessChanged(1, new Readiness.Ready()))
        .and(new Event.Protected(until, "bob", "the demo runs"))
        .and(new Event.ExpiringSoon(until, Duration.ofHours(1), "/extend"));
    // then
    assertThat(events.explanation().because())
        .anyMatch(text -> text.startsWith("bob protected it until " + until + ": the demo runs ("))
        .anyMatch(text -> text.startsWith("It was announced that it ends at " + until));
    assertThat(events.outlook(NOW).next())
        .isEqualTo(
            "It expires at "
                + Events.EXPIRY
                + ", but is protected until "
                + until
                + " and is deleted then.");
    assertThat(events.outlook(NOW).when()).contains(until);
  }

  @Test
  void oneThatHasExpiredCanBeBroughtBack() {
    // given
    events
        .and(Events.created(1, 1))
        .and(new Event.DeletionRequested(2, new DeletionReason.Expired(Events.EXPIRY), ""))
        .and(new Event.Destroyed(2))
        .and(new Event.Deleted(new Receipt(1, List.of("no namespace"), NOW)));
    // then
    Instant until = NOW.plus(Duration.ofDays(7));
    assertThat(events.outlook(NOW).next())
        .endsWith("As its time was up, it can be brought back until " + until + ".");
    assertThat(events.outlook(NOW).revivable()).contains(until);
    // and when that is over
    assertThat(events.outlook(until).next())
        .endsWith("It could be brought back until " + until + ".");
    assertThat(events.outlook(until).revivable()).isEmpty();
    // and when it was
    events.and(
        new Event.Created(
            2,
            3,
            new WorkspaceSpec("namespace", Map.of(), Map.of()),
            "ann",
            Events.EXPIRY.plusSeconds(60),
            "bob"));
    assertThat(events.explanation().because().getFirst())
        .startsWith("bob brought the workspace back from its record, and attempt 3 to make it");
  }

  @Test
  void oneThatWaitsForPodsNamesThem() {
    // given
    events.and(Events.created(1, 1)).and(new Event.Provisioned(1, Map.of())).and(waiting());
    // then
    assertThat(events.explanation().state()).isEqualTo("creating");
    assertThat(events.outlook(NOW).next())
        .isEqualTo("It is ready when this has ended: Pod/web: Pending: it is starting.");
    assertThat(events.explanation().trouble()).isEmpty();
  }

  @Test
  void podsThatSomebodyHasToMendAreTrouble() {
    // given
    events
        .and(Events.created(1, 1))
        .and(new Event.Provisioned(1, Map.of()))
        .and(notReady(ReasonKind.FATAL, "ImagePullBackOff", "No such image."));
    // then
    assertThat(events.explanation().state()).isEqualTo("failed");
    assertThat(events.explanation().trouble().map(Trouble::message))
        .contains("Pod/web: ImagePullBackOff: No such image.");
    assertThat(events.explanation().trouble().map(Trouble::reasonWord)).contains("image");
    assertThat(events.outlook(NOW).next())
        .startsWith("Nothing, until somebody updates or deletes it.");
  }

  @Test
  void oneThatFailedSaysTheWayOn() {
    // given
    events.and(Events.created(1, 1)).and(new Event.GaveUp(1, NO_ROOM));
    // then
    assertThat(events.explanation().state()).isEqualTo("failed");
    assertThat(events.explanation().since()).isEqualTo(Events.BEGINNING.plusSeconds(60));
    assertThat(events.explanation().because().getLast())
        .startsWith("Attempt 1 failed for good: No room (event 2");
    assertThat(events.explanation().trouble().orElseThrow())
        .satisfies(
            trouble -> {
              assertThat(trouble.reasonWord()).isEqualTo("quota");
              assertThat(trouble.kind()).isEqualTo("quota-exceeded");
              assertThat(trouble.wayOn()).isEqualTo(FailureKind.QUOTA_EXCEEDED.wayOn());
            });
    assertThat(events.outlook(NOW).when()).contains(Events.EXPIRY);
    assertThat(events.outlook(Events.EXPIRY).next()).contains("Its time was up at");
  }

  @Test
  void oneThatWasCancelledSaysByWhom() {
    // given
    events.and(Events.created(1, 1)).and(new Event.Cancelled(1, ""));
    // then
    assertThat(events.explanation().because().getLast())
        .startsWith("Somebody cancelled attempt 1 (event 2");
    assertThat(events.explanation().trouble().map(Trouble::reasonWord)).contains("request");
  }

  @Test
  void oneThatIsGoneHasItsReceipt() {
    // given
    Receipt receipt = new Receipt(1, List.of("There is no namespace blue."), NOW);
    events
        .and(Events.created(1, 1))
        .and(new Event.DeletionRequested(2, new DeletionReason.Expired(Events.EXPIRY), ""))
        .and(new Event.Destroyed(2))
        .and(new Event.Deleted(receipt));
    // then
    assertThat(events.explanation().state()).isEqualTo("deleted");
    assertThat(events.explanation().because()).hasSize(3);
    assertThat(events.explanation().because().getFirst())
        .startsWith("Its time was up at 2026-03-05T00:00:00Z, so it was to be deleted");
    assertThat(events.explanation().receipt()).contains(receipt);
    assertThat(events.outlook(NOW).next()).startsWith("Nothing: it is gone, and its name is free.");
  }

  @Test
  void whatIsLeftOfADestroyedOneIsSaid() {
    // given
    events
        .and(Events.created(1, 1))
        .and(new Event.DeletionRequested(2, new DeletionReason.Requested(), "token"))
        .and(new Event.Destroyed(2))
        .and(
            new Event.DeletionHeld(
                1, new Holdup(List.of("namespace blue is being deleted", "a finalizer"), NOW)));
    // then
    assertThat(events.explanation().because()).hasSize(3);
    assertThat(events.explanation().because().getLast())
        .startsWith(
            "The cluster was searched, and life 1 was not gone: namespace blue is being deleted;"
                + " a finalizer (event 4");
  }

  @Test
  void whatHoldsADeletionIsSaid() {
    // given
    events
        .and(Events.created(1, 1))
        .and(new Event.DeletionRequested(2, new DeletionReason.Requested(), "token"))
        .and(new Event.GaveUp(2, new Failure(FailureKind.DELETION_HELD, "A finalizer holds it.")));
    // then
    assertThat(events.explanation().state()).isEqualTo("failed");
    assertThat(events.explanation().because().getFirst())
        .startsWith("The holder of the token asked for its deletion, and attempt 2");
    assertThat(events.outlook(NOW).next()).contains("asked for again by itself");
  }

  @Test
  void anEarlierLifeIsNoReason() {
    // given
    events
        .and(Events.created(1, 1))
        .and(new Event.ExpiryChanged(Events.EXPIRY, "bob", "an old story"))
        .and(new Event.DeletionRequested(2, new DeletionReason.Requested(), "ann"))
        .and(new Event.Destroyed(2))
        .and(new Event.Deleted(new Receipt(1, List.of("gone"), NOW)))
        .and(Events.created(2, 3))
        .and(new Event.Provisioned(3, Map.of()));
    // then
    assertThat(events.explanation().because())
        .hasSize(2)
        .noneSatisfy(sentence -> assertThat(sentence).contains("an old story"))
        .first()
        .asString()
        .contains("as life 2 of the name");
  }

  @Test
  void aNameThatWasOnlyRefusedSaysSo() {
    // given
    events.and(new Event.Refused(Refusal.of(RefusalReason.UNKNOWN_WORKSPACE)));
    // then
    assertThat(events.explanation().state()).isEqualTo("absent");
    assertThat(events.explanation().because())
        .containsExactly(
            "A command was refused: unknown workspace (event 1 of 2026-03-04T05:00:00Z, command"
                + " c-1).");
  }

  @Test
  void withoutTheOlderEventsTheStateIsStillTrue() {
    // given
    events
        .and(Events.created(1, 1))
        .and(new Event.Provisioned(1, Map.of()))
        .and(new Event.ReadinessChanged(1, new Readiness.Ready()))
        .and(new Event.ConnectionChanged(1, Map.of("Service/web", "10.0.0.1")));
    // then
    assertThat(events.explanationOfLast(1).state()).isEqualTo("ready");
    assertThat(events.explanationOfLast(1).since()).isEqualTo(Events.BEGINNING.plusSeconds(180));
    assertThat(events.explanationOfLast(1).because()).isEmpty();
    assertThat(events.explanationOfLast(0).since()).isEqualTo(Events.BEGINNING.plusSeconds(180));
  }

  private static Event waiting() {
    return notReady(ReasonKind.WAITING, "Pending", "it is starting");
  }

  private static Event notReady(ReasonKind kind, String code, String message) {
    return new Event.ReadinessChanged(
        1, new Readiness.NotReady(List.of(new Reason(kind, "Pod/web", code, message))));
  }
}
