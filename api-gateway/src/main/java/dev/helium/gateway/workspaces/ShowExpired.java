package dev.helium.gateway.workspaces;

import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.http.Answers;
import dev.helium.view.WorkspaceViews;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;

/** Says whether the time of a workspace is up. */
public final class ShowExpired implements Handler<RoutingContext> {
  private final WorkspaceViews views;
  private final CaughtUp caughtUp;
  private final InstantSource clock;

  public ShowExpired(WorkspaceViews views, CaughtUp caughtUp, InstantSource clock) {
    this.views = views;
    this.caughtUp = caughtUp;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    caughtUp.require();
    WorkspaceId id = PathId.of(context);
    views
        .find(id)
        .map(view -> view.orElseThrow(() -> Refusals.unknown().exception()))
        .map(view -> !clock.instant().isBefore(view.workspace().endsAt()))
        .map(expired -> new JsonObject().put("Expired", expired))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }
}
