package dev.helium.gateway.history;

import dev.helium.domain.Stage;
import dev.helium.domain.Stages;
import dev.helium.domain.Timeline;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.workspaces.Estimates;
import dev.helium.gateway.workspaces.ProgressJson;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** How long each stage of a workspace took or takes; also of a dead one. */
public final class ShowTimeline implements Handler<RoutingContext> {
  private final History history;
  private final Estimates estimates;
  private final InstantSource clock;

  public ShowTimeline(History history, Estimates estimates, InstantSource clock) {
    this.history = history;
    this.estimates = estimates;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    history
        .find(context)
        .compose(
            snapshot ->
                estimates
                    .of(snapshot.view())
                    .map(
                        estimate -> {
                          JsonObject json = json(snapshot.view(), clock.instant());
                          estimate.ifPresent(known -> json.put("Estimate", known));
                          return new JsonObject().put("Timeline", json);
                        }))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  static JsonObject json(WorkspaceView view, Instant now) {
    Timeline timeline = view.timeline();
    List<JsonObject> stages = Stages.of(view).stream().map(stage -> json(stage, now)).toList();
    JsonObject json =
        new JsonObject()
            .put("ID", view.workspace().id().value())
            .put("State", Explanation.word(view));
    if (!stages.isEmpty()) {
      json.put("Kind", kind(timeline))
          .put("Incarnation", view.workspace().incarnation())
          .put(
              "Attempts",
              timeline.ending().isRequested()
                  ? timeline.ending().attempts()
                  : timeline.making().attempts());
    }
    ProgressJson.of(view).ifPresent(progress -> json.put("Progress", progress));
    return json.put("Stages", new JsonArray(stages));
  }

  private static String kind(Timeline timeline) {
    if (timeline.ending().isRequested()) {
      return "deletion";
    }
    return timeline.making().creation() ? "creation" : "change";
  }

  private static JsonObject json(Stage stage, Instant now) {
    JsonObject json =
        new JsonObject().put("Name", stage.name().word()).put("State", stage.state().word());
    if (stage.hasBegun()) {
      json.put("From", stage.from().toString());
    }
    if (stage.hasEnded()) {
      json.put("Until", stage.until().toString());
      took(json, Duration.between(stage.from(), stage.until()));
    } else if (stage.state() == Stage.State.UNDER_WAY) {
      took(json, Duration.between(stage.from(), now));
    }
    return json;
  }

  /** Clocks of two writers may differ. */
  private static void took(JsonObject json, Duration duration) {
    Duration shown = duration.isNegative() ? Duration.ZERO : duration;
    json.put("Duration", shown.toString()).put("Milliseconds", shown.toMillis());
  }
}
