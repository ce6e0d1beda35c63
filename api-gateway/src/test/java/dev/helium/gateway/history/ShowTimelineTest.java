package dev.helium.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.Receipt;
import dev.helium.domain.WorkspaceView;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShowTimelineTest {
  private static final Event PROVISIONED = new Event.Provisioned(1, Map.of());
  private static final Event.ReadinessChanged HALFWAY =
      new Event.ReadinessChanged(
          1,
          new Readiness.NotReady(
              List.of(new Reason(ReasonKind.WAITING, "Pod/web", "ContainerCreating", "soon"))),
          new Progress(7, 9, "Pod/web"),
          new Milestones(at(100), Milestones.UNKNOWN));

  @Test
  void whatIsUnderWaySaysSinceWhenAndForHowLong() {
    // given
    WorkspaceView view =
        new Events().and(Events.created(1, 1)).and(PROVISIONED).and(HALFWAY).view();
    // when
    JsonObject json = ShowTimeline.json(view, at(130));
    // then
    assertThat(json)
        .isEqualTo(
            new JsonObject(
                """
                {"ID":"blue","State":"creating","Kind":"creation","Incarnation":1,"Attempts":1,
                 "Progress":{"Ready":7,"Wanted":9,"Slowest":"Pod/web"},
                 "Stages":[
                  {"Name":"decided","State":"done","From":"2026-03-04T05:00:00Z",
                   "Until":"2026-03-04T05:00:00Z","Duration":"PT0S","Milliseconds":0},
                  {"Name":"applied","State":"done","From":"2026-03-04T05:00:00Z",
                   "Until":"2026-03-04T05:01:00Z","Duration":"PT1M","Milliseconds":60000},
                  {"Name":"scheduled","State":"done","From":"2026-03-04T05:01:00Z",
                   "Until":"2026-03-04T05:01:40Z","Duration":"PT40S","Milliseconds":40000},
                  {"Name":"images","State":"under-way","From":"2026-03-04T05:01:40Z",
                   "Duration":"PT30S","Milliseconds":30000},
                  {"Name":"ready","State":"to-come"}]}
                """));
  }

  @Test
  void aDeadWorkspaceShowsItsDeletionAndNoPods() {
    // given
    WorkspaceView view =
        new Events()
            .and(Events.created(1, 1))
            .and(PROVISIONED)
            .and(HALFWAY)
            .and(new Event.DeletionRequested(2, new DeletionReason.Requested(), "ann"))
            .and(new Event.Destroyed(2))
            .and(new Event.Deleted(new Receipt(1, List.of("gone"), at(1))))
            .view();
    // when
    JsonObject json = ShowTimeline.json(view, at(9_000));
    // then
    assertThat(json.getString("State")).isEqualTo("deleted");
    assertThat(json.getString("Kind")).isEqualTo("deletion");
    assertThat(json.containsKey("Progress")).isFalse();
    assertThat(json.getJsonArray("Stages").stream().map(stage -> word((JsonObject) stage)))
        .containsExactly(
            "decided done",
            "applied done",
            "scheduled done",
            "deletion done",
            "destroyed done",
            "deleted done");
  }

  @Test
  void whatHasFailedDoesNotGoOnTakingTime() {
    // given
    WorkspaceView view =
        new Events().and(Events.created(1, 1)).and(new Event.Cancelled(1, "ann")).view();
    // when
    JsonObject applied = ShowTimeline.json(view, at(9_000)).getJsonArray("Stages").getJsonObject(1);
    // then
    assertThat(applied)
        .isEqualTo(
            new JsonObject()
                .put("Name", "applied")
                .put("State", "failed")
                .put("From", "2026-03-04T05:00:00Z"));
  }

  private static String word(JsonObject stage) {
    return stage.getString("Name") + " " + stage.getString("State");
  }

  private static Instant at(long seconds) {
    return Events.BEGINNING.plusSeconds(seconds);
  }
}
