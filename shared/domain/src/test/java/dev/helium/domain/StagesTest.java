package dev.helium.domain;

import static dev.helium.domain.Samples.LASTING;
import static dev.helium.domain.Samples.REQUESTED;
import static dev.helium.domain.Stage.Name.APPLIED;
import static dev.helium.domain.Stage.Name.DECIDED;
import static dev.helium.domain.Stage.Name.DELETED;
import static dev.helium.domain.Stage.Name.DELETION;
import static dev.helium.domain.Stage.Name.DESTROYED;
import static dev.helium.domain.Stage.Name.IMAGES;
import static dev.helium.domain.Stage.Name.READY;
import static dev.helium.domain.Stage.Name.SCHEDULED;
import static dev.helium.domain.Stage.State.DONE;
import static dev.helium.domain.Stage.State.FAILED;
import static dev.helium.domain.Stage.State.TO_COME;
import static dev.helium.domain.Stage.State.UNDER_WAY;
import static dev.helium.domain.Story.at;
import static dev.helium.domain.Timeline.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class StagesTest {
  private static final Event.Provisioned PROVISIONED = new Event.Provisioned(1, Map.of());
  private static final Event.DeletionRequested DELETE =
      new Event.DeletionRequested(2, REQUESTED, "ada");

  @Test
  void aNameNeverUsedHasNone() {
    assertThat(Stages.of(WorkspaceView.absent(Samples.ID))).isEmpty();
  }

  @Test
  void oneIsUnderWayAndThoseAfterItAreToCome() {
    // given pods that are scheduled while the program makes more
    Story story =
        Story.created()
            .seen(2_300, Story.WAITING, Progress.NONE, new Milestones(at(2_000), UNKNOWN));
    // then
    assertThat(Stages.of(story.view()))
        .containsExactly(
            done(DECIDED, 0, 0),
            new Stage(APPLIED, UNDER_WAY, at(0), UNKNOWN),
            new Stage(SCHEDULED, TO_COME, UNKNOWN, UNKNOWN),
            new Stage(IMAGES, TO_COME, UNKNOWN, UNKNOWN),
            new Stage(READY, TO_COME, UNKNOWN, UNKNOWN));
  }

  @Test
  void eachBeginsWhereTheOneBeforeEndsWhateverTheClocksSay() {
    // given a cluster that notes seconds, and so the second before
    Story story =
        Story.created()
            .on(1_500, PROVISIONED)
            .seen(5_500, Story.READY, Progress.NONE, new Milestones(at(1_000), at(9_000)));
    // then
    assertThat(Stages.of(story.view()))
        .containsExactly(
            done(DECIDED, 0, 0),
            done(APPLIED, 0, 1_500),
            done(SCHEDULED, 1_500, 1_500),
            done(IMAGES, 1_500, 5_500),
            done(READY, 5_500, 5_500));
  }

  @Test
  void whatNobodyNotedIsDoneWithoutTimes() {
    assertThat(Stages.of(Story.ready(1_500, 5_500).view()))
        .containsExactly(
            done(DECIDED, 0, 0),
            done(APPLIED, 0, 1_500),
            new Stage(SCHEDULED, DONE, UNKNOWN, UNKNOWN),
            new Stage(IMAGES, DONE, UNKNOWN, UNKNOWN),
            done(READY, 1_500, 5_500));
  }

  @Test
  void whatNeedsSomebodyHasFailed() {
    assertThat(Stages.of(Story.created().on(900, new Event.GaveUp(1, LASTING)).view()))
        .contains(new Stage(APPLIED, FAILED, at(0), UNKNOWN));
    assertThat(Stages.of(Story.created().on(900, PROVISIONED).seen(1_000, Story.BROKEN).view()))
        .contains(new Stage(SCHEDULED, FAILED, at(900), UNKNOWN));
  }

  @Test
  void aDeletionFollowsOnWhatWasComeTo() {
    assertThat(
            Stages.of(
                Story.created()
                    .on(900, PROVISIONED)
                    .on(2_000, DELETE)
                    .on(3_000, new Event.Destroyed(2))
                    .view()))
        .containsExactly(
            done(DECIDED, 0, 0),
            done(APPLIED, 0, 900),
            done(DELETION, 2_000, 2_000),
            done(DESTROYED, 2_000, 3_000),
            new Stage(DELETED, UNDER_WAY, at(3_000), UNKNOWN));
  }

  private static Stage done(Stage.Name name, long from, long until) {
    return new Stage(name, DONE, at(from), at(until));
  }
}
