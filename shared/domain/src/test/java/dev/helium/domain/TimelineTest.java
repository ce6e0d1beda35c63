package dev.helium.domain;

import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.LASTING;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.PASSING;
import static dev.helium.domain.Samples.RECEIPT;
import static dev.helium.domain.Samples.REQUESTED;
import static dev.helium.domain.Samples.SPEC;
import static dev.helium.domain.Story.READY;
import static dev.helium.domain.Story.WAITING;
import static dev.helium.domain.Story.at;
import static dev.helium.domain.Timeline.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TimelineTest {
  private static final Event.Provisioned PROVISIONED = new Event.Provisioned(1, Map.of());
  private static final Event.Updated UPDATED = new Event.Updated(2, SPEC, "ada", EXPIRY);

  @Test
  void aCreationIsNotedStepByStep() {
    // given
    Milestones halfway = new Milestones(at(2_000), UNKNOWN);
    Milestones done = new Milestones(at(2_000), at(4_000));
    // when
    Timeline timeline =
        Story.created()
            .on(1_500, PROVISIONED)
            .seen(2_300, WAITING, new Progress(0, 3, "Pod/a"), halfway)
            .seen(5_500, READY, new Progress(3, 3, ""), done)
            .timeline();
    // then
    assertThat(timeline)
        .isEqualTo(
            new Timeline(
                new Making(true, NOW, 1, at(1_500), at(2_000), at(4_000), at(5_500)),
                Ending.NONE,
                true,
                new Progress(3, 3, "")));
  }

  @Test
  void whatHappensAfterItWasReadyDoesNotChangeHowItCameToBe() {
    // given
    Story story = Story.ready(1_000, 2_000);
    Making making = story.timeline().making();
    // when
    story.seen(3_000, WAITING).seen(4_000, READY, new Progress(1, 1, ""), Milestones.NONE);
    // then
    assertThat(story.timeline().making()).isEqualTo(making);
    assertThat(story.timeline().progress()).isEqualTo(new Progress(1, 1, ""));
  }

  @Test
  void readyBeforeTheProgramHasRunToItsEndIsNotTheEnd() {
    assertThat(Story.created().seen(500, READY).timeline().making().isReady()).isFalse();
  }

  @Test
  void aChangeBeginsAnewAndWhatIsReadyThenIsTakenToStayIt() {
    // when
    Timeline timeline =
        Story.ready(1_000, 2_000).on(60_000, UPDATED).on(61_000, PROVISIONED).timeline();
    // then
    assertThat(timeline.making())
        .isEqualTo(new Making(false, at(60_000), 1, at(61_000), UNKNOWN, UNKNOWN, at(61_000)));
    assertThat(timeline.made()).isTrue();
  }

  @Test
  void aChangeThatTurnsOutToDisturbItIsReadyWhenItIsSeenSo() {
    // given
    Story story = Story.ready(1_000, 2_000).on(60_000, UPDATED).on(61_000, PROVISIONED);
    // when
    story.seen(61_100, WAITING);
    // then
    assertThat(story.timeline().making().isReady()).isFalse();
    assertThat(story.seen(65_000, READY).timeline().making().ready()).isEqualTo(at(65_000));
  }

  @Test
  void whatBreaksLongAfterAChangeIsNotOfThatChange() {
    assertThat(
            Story.ready(1_000, 2_000)
                .on(60_000, UPDATED)
                .on(61_000, PROVISIONED)
                .seen(121_000, WAITING)
                .timeline()
                .making()
                .ready())
        .isEqualTo(at(61_000));
  }

  @Test
  void whatPodsFromBeforeAChangeHaveBehindThemDoesNotCount() {
    // given
    Milestones before = new Milestones(at(1_000), at(1_500));
    Milestones inTheSameSecond = new Milestones(at(60_000), UNKNOWN);
    Story story = Story.ready(1_000, 2_000).on(60_900, UPDATED);
    // then
    assertThat(story.seen(61_000, WAITING, Progress.NONE, before).timeline().making().scheduled())
        .isEqualTo(UNKNOWN);
    assertThat(
            story
                .seen(62_000, WAITING, Progress.NONE, inTheSameSecond)
                .timeline()
                .making()
                .scheduled())
        .isEqualTo(at(60_000));
  }

  @Test
  void attemptsAreCountedForTheirRequest() {
    // given
    Story story =
        Story.created()
            .on(1_000, new Event.RetryScheduled(1, PASSING, 2, at(2_000)))
            .on(3_000, new Event.GaveUp(2, LASTING))
            .on(4_000, new Event.Retried(3, "ada"));
    // then
    assertThat(story.timeline().making().attempts()).isEqualTo(3);
    // and when it is deleted
    story
        .on(5_000, new Event.DeletionRequested(4, REQUESTED, "ada"))
        .on(6_000, new Event.RetryScheduled(4, PASSING, 5, at(7_000)));
    assertThat(story.timeline().making().attempts()).isEqualTo(3);
    assertThat(story.timeline().ending().attempts()).isEqualTo(2);
  }

  @Test
  void whatHoldsADeletionIsNotedUntilItGoesOn() {
    // given
    Holdup first = new Holdup(List.of("its finalizer a is still on it"), at(6_500));
    Holdup second = new Holdup(List.of("its finalizer b is still on it"), at(6_700));
    Story held =
        Story.ready(1_000, 2_000)
            .on(5_000, new Event.DeletionRequested(2, REQUESTED, "ada"))
            .on(6_000, new Event.Destroyed(2))
            .on(6_600, new Event.DeletionHeld(1, first));
    // then
    assertThat(held.timeline().ending().holdup()).isEqualTo(first);
    assertThat(held.on(6_800, new Event.DeletionHeld(1, second)).timeline().ending().holdup())
        .isEqualTo(second);
    assertThat(held.on(7_000, new Event.Deleted(RECEIPT)).timeline().ending().holdup().isNone())
        .isTrue();
  }

  @Test
  void aDeletionIsNotedToTheProof() {
    // given
    Story story =
        Story.ready(1_000, 2_000)
            .on(5_000, new Event.DeletionRequested(2, REQUESTED, "ada"))
            .on(6_000, new Event.Destroyed(2))
            .seen(6_500, WAITING)
            .on(7_000, new Event.Deleted(RECEIPT));
    // then
    assertThat(story.timeline().ending())
        .isEqualTo(new Ending(at(5_000), 1, at(6_000), at(7_000), Holdup.NONE));
    assertThat(story.timeline().making().ready()).isEqualTo(at(2_000));
  }

  @Test
  void anotherLifeBeginsWithNothing() {
    // when
    Timeline timeline =
        Story.ready(1_000, 2_000)
            .on(5_000, new Event.DeletionRequested(2, REQUESTED, "ada"))
            .on(7_000, new Event.Deleted(RECEIPT))
            .on(9_000, new Event.Created(2, 3, SPEC, "ada", EXPIRY))
            .timeline();
    // then
    assertThat(timeline)
        .isEqualTo(new Timeline(Making.asked(true, at(9_000)), Ending.NONE, false, Progress.NONE));
  }

  @ParameterizedTest
  @MethodSource("uneventful")
  void everyOtherEventLeavesItAsItIs(Event.LifecycleEvent event) {
    // given
    Story story = Story.ready(1_000, 2_000);
    Timeline before = story.timeline();
    // then
    assertThat(story.on(3_000, event).timeline()).isEqualTo(before);
  }

  static List<Event> uneventful() {
    return StateSpace.events().stream()
        .filter(
            event ->
                event instanceof Event.ExpiryChanged
                    || event instanceof Event.Cancelled
                    || event instanceof Event.Progressed
                    || event instanceof Event.GaveUp
                    || event instanceof Event.Unchanged
                    || event instanceof Event.Refused)
        .toList();
  }
}
