package dev.helium.domain;

import static dev.helium.domain.Samples.DECIDER;
import static dev.helium.domain.Samples.ID;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.REQUESTED;
import static dev.helium.domain.Samples.only;
import static dev.helium.domain.Samples.removal;
import static dev.helium.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MemoryTest {
  private static final Duration DAY = Duration.ofHours(24);
  private static final CommandId FIRST = new CommandId("c1");

  @ParameterizedTest
  @MethodSource("dev.helium.domain.Samples#everyLifecycle")
  void aRepeatedCommandDecidesNothing(Lifecycle lifecycle) {
    // given
    Command.Delete command = removal(REQUESTED);
    Workspace workspace = standing(lifecycle);
    Event event = only(DECIDER.decide(workspace, command, NOW));
    // when
    Workspace after = decided(workspace, command.id(), NOW, event);
    // then
    assertThat(DECIDER.decide(after, command, NOW)).isEmpty();
    assertThat(after.decision(command.id())).isEqualTo(Decision.of(event));
  }

  @Test
  void anotherRequestUnderTheSameIdIsAnsweredAsTheFirst() {
    // given
    Workspace once =
        decided(Workspace.absent(ID), new CommandId("delete"), NOW, new Event.Unchanged());
    // then
    assertThat(DECIDER.decide(once, removal(new DeletionReason.Swept(1)), NOW)).isEmpty();
  }

  @Test
  void aDecisionIsRememberedForADayAndForgottenWithTheNextOneAfterIt() {
    // given
    Workspace once = decided(Workspace.absent(ID), FIRST, NOW, new Event.Unchanged());
    CommandId second = new CommandId("c2");
    // when
    Workspace within = decided(once, second, NOW.plus(DAY).minusNanos(1), new Event.Unchanged());
    Workspace after = decided(once, second, NOW.plus(DAY), new Event.Unchanged());
    // then
    assertThat(within.hasDecided(FIRST)).isTrue();
    assertThat(after.hasDecided(FIRST)).isFalse();
    assertThat(after.hasDecided(second)).isTrue();
  }

  @Test
  void whatIsForgottenIsDecidedAnewAndRememberedOnce() {
    // given
    Workspace once = decided(Workspace.absent(ID), FIRST, NOW, new Event.Unchanged());
    Workspace later = decided(once, new CommandId("c2"), NOW.plus(DAY), new Event.Unchanged());
    // when
    Workspace again = decided(later, FIRST, NOW.plus(DAY), new Event.Unchanged());
    // then
    assertThat(again.decided())
        .extracting(decided -> decided.command().value())
        .containsExactly("c2", "c1");
  }

  @Test
  void aClockThatGoesBackForgetsNothing() {
    // given
    Workspace once = decided(Workspace.absent(ID), FIRST, NOW, new Event.Unchanged());
    // when
    Workspace after =
        decided(once, new CommandId("c2"), NOW.minus(DAY.multipliedBy(3)), new Event.Unchanged());
    // then
    assertThat(after.decided()).hasSize(2);
  }

  @Test
  void outcomesOfAttemptsAreNoDecisions() {
    // given
    Workspace once = decided(Workspace.absent(ID), FIRST, NOW, new Event.Unchanged());
    // when
    Workspace after = decided(once, FIRST, NOW.plus(DAY), new Event.Destroyed(1));
    // then
    assertThat(after.decided()).isEqualTo(once.decided());
  }

  @Test
  void onlyTheNewestThousandAreRemembered() {
    // given
    Workspace workspace = Workspace.absent(ID);
    // when
    for (int number = 1; number <= 1_001; number++) {
      workspace = decided(workspace, new CommandId("c" + number), NOW, new Event.Unchanged());
    }
    // then
    assertThat(workspace.decided().stream().map(Decided::command))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(2, 1_001)
                .mapToObj(number -> new CommandId("c" + number))
                .toList());
  }

  @Test
  void refusalsWithManyRulesCountAsManyDecisions() {
    // given
    Event refusal =
        new Event.Refused(
            Refusal.invalid(
                Stream.generate(() -> new FieldError("field", "rule")).limit(20).toList()));
    Workspace workspace = decided(Workspace.absent(ID), FIRST, NOW, new Event.Unchanged());
    // when
    for (int number = 2; number <= 48; number++) {
      workspace = decided(workspace, new CommandId("c" + number), NOW, refusal);
    }
    Workspace full = decided(workspace, new CommandId("c49"), NOW, refusal);
    // then 47 refusals of 21 and the one before them fit into 1,000, and no further one
    assertThat(workspace.hasDecided(FIRST)).isTrue();
    assertThat(full.hasDecided(FIRST)).isFalse();
    assertThat(full.decided()).hasSize(47);
  }

  private static Workspace decided(
      Workspace workspace, CommandId command, Instant time, Event event) {
    return workspace.apply(
        new EventRecord(
            ID,
            Source.PROVISIONER,
            workspace.sequence() + 1,
            new Cause.Commanded(command),
            time,
            event));
  }
}
