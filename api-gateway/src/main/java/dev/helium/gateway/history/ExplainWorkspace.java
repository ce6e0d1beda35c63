package dev.helium.gateway.history;

import dev.helium.domain.LifetimePolicy;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.workspaces.Tenants;
import dev.helium.gateway.workspaces.Trouble;
import dev.helium.view.Tenant;
import dev.helium.wire.Snapshot;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;

/**
 * Says from the record why a workspace is as it is, what comes next, and when; also of a dead one.
 */
public final class ExplainWorkspace implements Handler<RoutingContext> {
  private final History history;
  private final LifetimePolicy lifetimes;
  private final InstantSource clock;

  /**
   * @param lifetimes by which is decided what can be brought back
   */
  public ExplainWorkspace(History history, LifetimePolicy lifetimes, InstantSource clock) {
    this.history = history;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    history
        .find(context)
        .compose(this::explained)
        .onSuccess(body -> Answers.json(context, 200, new JsonObject().put("Why", body)))
        .onFailure(context::fail);
  }

  private Future<JsonObject> explained(Snapshot snapshot) {
    return history
        .tenants(snapshot.view().workspace().id())
        .compose(
            tenants ->
                history
                    .newest(snapshot)
                    .map(events -> withTenants(json(snapshot, events, tenants), tenants)));
  }

  private static JsonObject withTenants(JsonObject json, List<Tenant> tenants) {
    return tenants.isEmpty() ? json : json.put("Tenants", Tenants.json(tenants));
  }

  private JsonObject json(Snapshot snapshot, List<NumberedEvent> events, List<Tenant> tenants) {
    Explanation explanation = new Explanation(snapshot.view(), events);
    Outlook outlook = Outlook.of(snapshot.view(), tenants, lifetimes, clock.instant());
    JsonObject json =
        new JsonObject()
            .put("ID", snapshot.view().workspace().id().value())
            .put("State", explanation.state())
            .put("Since", explanation.since().toString())
            .put("Because", new JsonArray(explanation.because()))
            .put("Next", outlook.next());
    outlook.when().ifPresent(when -> json.put("When", when.toString()));
    outlook.revivable().ifPresent(until -> json.put("RevivableUntil", until.toString()));
    explanation.trouble().ifPresent(trouble -> json.put("Failed", failed(trouble)));
    explanation.receipt().ifPresent(receipt -> json.put("Receipt", ReceiptJson.proof(receipt)));
    return json;
  }

  private static JsonObject failed(Trouble trouble) {
    return new JsonObject()
        .put("ReasonClass", trouble.reasonWord())
        .put("Kind", trouble.kind())
        .put("Message", trouble.message())
        .put("WayOn", trouble.wayOn());
  }
}
