package dev.helium.pages.support;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** JSON as the API answers it. */
public final class Canned {
  /** When tests are. */
  public static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

  private Canned() {}

  public static JsonObject workspace(String id, String status, String owner) {
    return new JsonObject()
        .put("ID", id)
        .put("Status", status)
        .put("LastUpdated", "2026-11-29T11:50:00Z")
        .put("Expiry", "2026-12-02T00:00:00Z")
        .put("CreatedBy", owner)
        .put("Backend", "namespace")
        .put("Incarnation", 1)
        .put("Labels", new JsonObject())
        .put("Message", "")
        .put("ReasonClass", "")
        .put("WayOn", "")
        .put("Reasons", new JsonArray())
        .put("Connections", new JsonArray())
        .put("CredentialSecrets", new JsonArray());
  }

  public static JsonObject link(String name, String url) {
    return new JsonObject()
        .put("Kind", "link")
        .put("Name", name)
        .put("URL", url)
        .put("Command", "");
  }

  public static JsonObject page(List<JsonObject> workspaces, long count) {
    return new JsonObject().put("Workspaces", new JsonArray(workspaces)).put("Count", count);
  }

  public static JsonObject page(JsonObject... workspaces) {
    return page(List.of(workspaces), workspaces.length);
  }

  public static JsonObject expiry(String id, String at, String state, String owner) {
    return new JsonObject()
        .put("ID", id)
        .put("Expiry", at)
        .put("Overdue", !state.equals("to-come"))
        .put("Status", "ready")
        .put("State", state)
        .put("Why", "Its time is up then.")
        .put("Backend", "namespace")
        .put("CreatedBy", owner)
        .put("Cluster", "");
  }

  public static JsonObject backends(String... names) {
    JsonArray backends = new JsonArray();
    for (String name : names) {
      backends.add(new JsonObject().put("Name", name).put("Summary", "Makes " + name + "."));
    }
    return new JsonObject().put("Backends", backends);
  }
}
