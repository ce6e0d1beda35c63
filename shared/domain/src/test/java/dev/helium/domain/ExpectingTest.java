package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.ID;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.creation;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.refused;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExpectingTest {
  private static final Workspace MADE = standing(new Lifecycle.Provisioned(ATTEMPT, Map.of()));
  private static final Command CREATE = creation(new ExpiryRequest.Unspecified());

  @Test
  void aCommandIsFollowedWhileNothingElseWasDecided() {
    assertThat(decide(MADE, CREATE, unchanged(MADE))).isInstanceOf(Event.Updated.class);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void aCommandIsRefusedOnceSomethingElseWasDecided(Event change) {
    // given
    Workspace changed = MADE.apply(Samples.record(MADE, change));
    // then
    assertThat(decide(changed, CREATE, unchanged(MADE)))
        .isInstanceOfSatisfying(
            Event.Refused.class,
            refused -> {
              assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.NOT_AS_EXPECTED);
              assertThat(refused.refusal().detail()).isNotEmpty();
            });
  }

  static List<Event> changes() {
    return List.of(
        new Event.Updated(ATTEMPT + 1, Samples.SPEC, "ada", Samples.EXPIRY),
        new Event.ExpiryChanged(Samples.EXPIRY.plusSeconds(1), "ada", ""),
        new Event.Retried(ATTEMPT + 1, "ada"),
        new Event.Protected(NOW.minusSeconds(1), "ada", "the demo ran"));
  }

  @ParameterizedTest
  @MethodSource("wordsAboutIt")
  void whatIsOnlySaidOfItDoesNotCount(Event said) {
    // given
    Workspace after = MADE.apply(Samples.record(MADE, said));
    // then
    assertThat(decide(after, CREATE, unchanged(MADE))).isInstanceOf(Event.Updated.class);
  }

  static List<Event> wordsAboutIt() {
    return List.of(
        new Event.Unchanged(),
        refused(RefusalReason.NOT_AS_EXPECTED),
        new Event.Progressed(ATTEMPT, List.of()),
        new Event.ExpiringSoon(Samples.EXPIRY, Duration.ofHours(1), "/extend"));
  }

  @Test
  void onlyWhatIsNewIsMadeWhenNothingIsExpected() {
    assertThat(decide(Workspace.absent(ID), CREATE, new Expectation.Nothing()))
        .isInstanceOf(Event.Created.class);
    assertThat(decide(MADE, CREATE, new Expectation.Nothing()))
        .isEqualTo(notAsExpected("There is a workspace of that name already."));
  }

  @Test
  void nothingIsMadeWhenSomethingIsExpected() {
    assertThat(decide(MADE, CREATE, new Expectation.Something())).isInstanceOf(Event.Updated.class);
    assertThat(decide(Workspace.absent(ID), CREATE, new Expectation.Something()))
        .isEqualTo(notAsExpected("There is no workspace of that name."));
  }

  @Test
  void whatWouldBeRefusedAnywayIsRefusedForItsOwnReason() {
    assertThat(decide(Workspace.absent(ID), Samples.retry(), unchanged(MADE)))
        .isEqualTo(refused(RefusalReason.UNKNOWN_WORKSPACE));
  }

  @Test
  void whatWasDecidedOnceIsDecidedWhateverIsExpectedNow() {
    // given
    Command command = new ConditionalCommand(CREATE, unchanged(MADE));
    Event event = only(DECIDER.decide(MADE, command, NOW));
    Workspace after =
        MADE.apply(
            new EventRecord(
                ID,
                Source.PROVISIONER,
                MADE.sequence() + 1,
                new Cause.Commanded(command.id()),
                NOW,
                event));
    // then
    assertThat(DECIDER.decide(after, command, NOW)).isEmpty();
  }

  @Test
  void aCommandExpectsOneThing() {
    // given
    Command once = new ConditionalCommand(CREATE, new Expectation.Something());
    // then
    assertThatThrownBy(() -> new ConditionalCommand(once, new Expectation.Something()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(once.bare()).isEqualTo(CREATE);
    assertThat(CREATE.bare()).isEqualTo(CREATE);
  }

  private static Event decide(Workspace workspace, Command command, Expectation expectation) {
    return only(DECIDER.decide(workspace, new ConditionalCommand(command, expectation), NOW));
  }

  private static Expectation unchanged(Workspace workspace) {
    return new Expectation.Unchanged(WorkspaceVersion.of(workspace));
  }

  private static Event notAsExpected(String detail) {
    return new Event.Refused(new Refusal(RefusalReason.NOT_AS_EXPECTED, List.of(), detail));
  }
}
