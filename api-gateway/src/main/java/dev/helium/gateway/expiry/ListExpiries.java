package dev.helium.gateway.expiry;

import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.workspaces.CaughtUp;
import dev.helium.view.ExpiringPage;
import dev.helium.view.WorkspaceViews;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;

/** What is to go until when, the soonest first, page by page. */
public final class ListExpiries implements Handler<RoutingContext> {
  private final WorkspaceViews views;
  private final CaughtUp caughtUp;
  private final InstantSource clock;

  public ListExpiries(WorkspaceViews views, CaughtUp caughtUp, InstantSource clock) {
    this.views = views;
    this.caughtUp = caughtUp;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    caughtUp.require();
    ExpiriesQuery query = ExpiriesQuery.read(context.queryParams());
    views
        .expiring(query.after(), query.until(), query.limit())
        .map(page -> json(page, query, clock.instant()))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  private static JsonObject json(ExpiringPage page, ExpiriesQuery query, Instant now) {
    JsonArray list = new JsonArray();
    page.views().forEach(view -> list.add(json(view, now)));
    JsonObject body =
        new JsonObject()
            .put("Expiries", list)
            .put("Count", page.count())
            .put("AsOf", now.toString());
    return page.more() ? body.put("Next", next(page, query)) : body;
  }

  private static String next(ExpiringPage page, ExpiriesQuery query) {
    String until = query.until().equals(Instant.MAX) ? "" : "&until=" + query.until();
    return "/v1/api/expiries?after=" + page.last().text() + "&limit=" + query.limit() + until;
  }

  private static JsonObject json(WorkspaceView view, Instant now) {
    Workspace workspace = view.workspace();
    Leaving leaving = Leaving.of(view, now);
    return new JsonObject()
        .put("ID", workspace.id().value())
        .put("Expiry", workspace.endsAt().toString())
        .put("Overdue", !workspace.endsAt().isAfter(now))
        .put("Status", view.status().word())
        .put("State", leaving.state().word())
        .put("Why", leaving.why())
        .put("Backend", workspace.spec().backend())
        .put("CreatedBy", workspace.createdBy())
        .put("Cluster", workspace.spec().clusterStack().orElse(""));
  }
}
