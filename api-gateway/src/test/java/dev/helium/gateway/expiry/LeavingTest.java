package dev.helium.gateway.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Cause;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Holdup;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.expiry.Leaving.State;
import dev.helium.view.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeavingTest {
  private static final WorkspaceId ID = new WorkspaceId("blue");
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final Instant LATER = NOW.plusSeconds(3_600);
  private static final Failure FAILURE = new Failure(FailureKind.TIMED_OUT, "It took too long.");
  private static final Event CREATED =
      new Event.Created(1, 1, new WorkspaceSpec("namespace", Map.of(), Map.of()), "ann", NOW);
  private static final Event EXPIRED =
      new Event.DeletionRequested(2, new DeletionReason.Expired(NOW), "clock");
  private static final Event ASKED =
      new Event.DeletionRequested(2, new DeletionReason.Requested(), "ann");

  static Stream<WorkspaceView> living() {
    return Stream.of(
        view(CREATED),
        view(CREATED, new Event.Provisioned(1, Map.of())),
        view(CREATED, new Event.GaveUp(1, FAILURE)));
  }

  static Stream<Arguments> leaving() {
    return Stream.of(
        Arguments.of(
            view(CREATED, EXPIRED),
            State.DELETING,
            "Its time is up. Attempt 2 destroys what it is made of."),
        Arguments.of(
            view(CREATED, ASKED, new Event.RetryScheduled(2, FAILURE, 3, LATER)),
            State.DELETING,
            "Somebody asked for its deletion. Attempts to destroy what it is made of that failed so"
                + " far: 1; the next is due at 2026-03-04T06:06:07Z."),
        Arguments.of(
            view(CREATED, EXPIRED, new Event.Destroyed(2)),
            State.UNPROVEN,
            "Its time is up. What it was made of is destroyed; the cluster is searched until"
                + " nothing of it is left."),
        Arguments.of(
            view(
                CREATED,
                EXPIRED,
                new Event.Destroyed(2),
                new Event.DeletionHeld(1, new Holdup(List.of("a finalizer holds it"), NOW))),
            State.UNPROVEN,
            "Its time is up. It is not gone yet: a finalizer holds it"),
        Arguments.of(
            view(CREATED, EXPIRED, new Event.GaveUp(2, FAILURE)),
            State.FAILED,
            "Its time is up. It could not be deleted: It took too long. It is asked for again by"
                + " itself, unless somebody retries it first."));
  }

  @ParameterizedTest
  @MethodSource("living")
  void whatLivesIsToComeUntilItsInstantAndDueFromThenOn(WorkspaceView view) {
    // given, when, then
    assertThat(Leaving.of(view, List.of(), NOW.minusMillis(1)).state()).isEqualTo(State.TO_COME);
    assertThat(Leaving.of(view, List.of(), NOW).state()).isEqualTo(State.DUE);
  }

  @Test
  void whatIsProtectedIsToComeAndSaysWhyAndUntilWhen() {
    // given
    WorkspaceView view = view(CREATED, new Event.Protected(LATER, "bob", "the demo runs"));
    // when
    Leaving leaving = Leaving.of(view, List.of(), NOW.plusSeconds(1));
    // then
    assertThat(leaving)
        .isEqualTo(
            new Leaving(
                State.TO_COME,
                "It is protected until 2026-03-04T06:06:07Z by bob: the demo runs."));
    assertThat(Leaving.of(view, List.of(), LATER).state()).isEqualTo(State.DUE);
  }

  @ParameterizedTest
  @MethodSource("leaving")
  void whatLeavesSaysHowFarItIsWhateverTheTime(WorkspaceView view, State state, String why) {
    // given
    Leaving wanted = new Leaving(state, why);
    // when, then
    assertThat(Leaving.of(view, List.of(), NOW.minusSeconds(1))).isEqualTo(wanted);
    assertThat(Leaving.of(view, List.of(), NOW.plusSeconds(1))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("living")
  void whatOthersLiveInIsHeldForThem(WorkspaceView view) {
    // given
    List<Tenant> tenants = List.of(new Tenant(new WorkspaceId("red"), LATER));
    String kept =
        "It is kept until those are gone that live in its cluster: red (until"
            + " 2026-03-04T06:06:07Z).";
    // when, then
    assertThat(Leaving.of(view, tenants, NOW))
        .isEqualTo(new Leaving(State.HELD, "Its time is up. " + kept));
    assertThat(Leaving.of(view, tenants, NOW.minusSeconds(1)))
        .isEqualTo(new Leaving(State.TO_COME, "Its time is up then. " + kept));
  }

  @ParameterizedTest
  @MethodSource("leaving")
  void tenantsHoldNothingThatIsOnItsWay(WorkspaceView view, State state, String why) {
    // given
    List<Tenant> tenants = List.of(new Tenant(new WorkspaceId("red"), LATER));
    // when, then
    assertThat(Leaving.of(view, tenants, NOW)).isEqualTo(new Leaving(state, why));
  }

  @Test
  void statesAreWordsOfTheContract() {
    assertThat(Stream.of(State.values()).map(State::word))
        .containsExactly("to-come", "due", "held", "deleting", "unproven", "failed");
  }

  private static WorkspaceView view(Event... events) {
    WorkspaceView view = WorkspaceView.absent(ID);
    for (int index = 0; index < events.length; index++) {
      view =
          view.apply(
              new EventRecord(
                  ID,
                  Source.PROVISIONER,
                  index + 1L,
                  new Cause.Observed(),
                  NOW.minusSeconds(60),
                  events[index]));
    }
    return view;
  }
}
