package dev.helium.gateway.expiry;

import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.workspaces.CaughtUp;
import dev.helium.gateway.workspaces.Tenants;
import dev.helium.view.ExpiringPage;
import dev.helium.view.Tenant;
import dev.helium.view.WorkspaceViews;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

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
        .compose(
            page ->
                views
                    .tenants(page.views().stream().map(view -> view.workspace().id()).toList())
                    .map(tenants -> json(page, tenants, query, clock.instant())))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  private static JsonObject json(
      ExpiringPage page, Map<WorkspaceId, List<Tenant>> tenants, ExpiriesQuery query, Instant now) {
    JsonArray list = new JsonArray();
    page.views()
        .forEach(
            view ->
                list.add(json(view, tenants.getOrDefault(view.workspace().id(), List.of()), now)));
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

  private static JsonObject json(WorkspaceView view, List<Tenant> tenants, Instant now) {
    Workspace workspace = view.workspace();
    Leaving leaving = Leaving.of(view, tenants, now);
    JsonObject json =
        json(workspace, now)
            .put("Status", view.status().word())
            .put("State", leaving.state().word())
            .put("Why", leaving.why());
    return tenants.isEmpty() ? json : json.put("Tenants", Tenants.json(tenants));
  }

  private static JsonObject json(Workspace workspace, Instant now) {
    return new JsonObject()
        .put("ID", workspace.id().value())
        .put("Expiry", workspace.endsAt().toString())
        .put("Overdue", !workspace.endsAt().isAfter(now))
        .put("Backend", workspace.spec().backend())
        .put("CreatedBy", workspace.createdBy())
        .put("Cluster", workspace.spec().clusterStack().orElse(""));
  }
}
