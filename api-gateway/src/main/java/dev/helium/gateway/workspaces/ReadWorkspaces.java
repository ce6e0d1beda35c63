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
  private final Estimates estimates;
  private final InstantSource clock;

  public ReadWorkspaces(
      WorkspaceViews views, CaughtUp caughtUp, Estimates estimates, InstantSource clock) {
    this.views = views;
    this.caughtUp = caughtUp;
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
        .compose(view -> estimates.of(view).map(estimate -> json(view, estimate)))
        .map(json -> new JsonObject().put("Workspace", json))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  public void expired(RoutingContext context) {
    find(context)
        .map(view -> !clock.instant().isBefore(view.workspace().expiresAt()))
        .map(expired -> new JsonObject().put("Expired", expired))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  private static JsonObject json(WorkspaceView view, Optional<JsonObject> estimate) {
    JsonObject json = WorkspaceJson.of(view);
    estimate.ifPresent(known -> json.put("Estimate", known));
    return json;
  }

  private Future<WorkspaceView> find(RoutingContext context) {
    caughtUp.require();
    WorkspaceId id = PathId.of(context);
    return views.find(id).map(view -> view.orElseThrow(() -> Refusals.unknown().exception()));
  }
}
