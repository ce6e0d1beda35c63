package dev.helium.gateway.workspaces;

import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.http.Answers;
import dev.helium.view.WorkspaceViews;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;

/** Reads, from the view alone, once it shows all that had happened when this process started. */
public final class ReadWorkspaces {
  private final WorkspaceViews views;
  private final CaughtUp caughtUp;
  private final WorkspaceJson json;
  private final Estimates estimates;
  private final InstantSource clock;

  public ReadWorkspaces(
      WorkspaceViews views,
      CaughtUp caughtUp,
      WorkspaceJson json,
      Estimates estimates,
      InstantSource clock) {
    this.views = views;
    this.caughtUp = caughtUp;
    this.json = json;
    this.estimates = estimates;
    this.clock = clock;
  }

  public void list(RoutingContext context) {
    caughtUp.require();
    views
        .living()
        .map(
            ids -> {
              JsonArray list = new JsonArray();
              ids.forEach(id -> list.add(id.value()));
              return new JsonObject().put("IDs", list);
            })
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  public void get(RoutingContext context) {
    find(context)
        .compose(view -> estimates.of(view).map(estimate -> shown(view, estimate)))
        .map(shown -> new JsonObject().put("Workspace", shown))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  public void expired(RoutingContext context) {
    find(context)
        .map(view -> !clock.instant().isBefore(view.workspace().endsAt()))
        .map(expired -> new JsonObject().put("Expired", expired))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  private JsonObject shown(WorkspaceView view, Optional<JsonObject> estimate) {
    JsonObject shown = json.of(view);
    estimate.ifPresent(known -> shown.put("Estimate", known));
    return shown;
  }

  private Future<WorkspaceView> find(RoutingContext context) {
    caughtUp.require();
    WorkspaceId id = PathId.of(context);
    return views.find(id).map(view -> view.orElseThrow(() -> Refusals.unknown().exception()));
  }
}
