package dev.helium.pages.support;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** JSON as the API answers it to operators. */
public final class CannedFleet {
  public static final String WEBHOOK = "wh_abcdefghij0123456789";

  private static final String WORKSPACES = "Workspaces";

  private CannedFleet() {}

  public static JsonObject summary() {
    return new JsonObject()
        .put(WORKSPACES, 1204)
        .put(
            "Kinds",
            new JsonArray()
                .add(kind("namespace", "ready", 600))
                .add(kind("namespace", "failed", 14))
                .add(kind("namespace", "creating", 30))
                .add(kind("pachyderm", "ready", 480))
                .add(kind("pachyderm", "not-ready", 21))
                .add(kind("pachyderm", "pending", 4))
                .add(kind("helm", "ready", 40))
                .add(kind("helm", "deleting", 15)))
        .put(
            "Failures",
            new JsonArray()
                .add(count("ReasonClass", "image", 9))
                .add(count("ReasonClass", "scheduling", 4))
                .add(count("ReasonClass", "quota", 1)))
        .put(
            "Expiring",
            new JsonArray()
                .add(count("Within", "PT0S", 3))
                .add(count("Within", "PT1H", 5))
                .add(count("Within", "PT6H", 41))
                .add(count("Within", "PT24H", 260))
                .add(count("Within", "P7D", 940))
                .add(count("Within", "P30D", 1180)))
        .put("Owners", 57)
        .put(
            "Largest",
            new JsonArray()
                .add(count("Owner", "ada@example.com", 120))
                .add(count("Owner", "grace@example.com", 44)))
        .put(
            "Ready",
            new JsonArray()
                .add(took("helm", 12, 9_000, 14_500, 31_000))
                .add(took("namespace", 100, 2_100, 3_400, 8_000))
                .add(took("pachyderm", 100, 81_000, 124_000, 260_000)))
        .put("AsOf", Canned.NOW.toString());
  }

  public static JsonObject expiries(JsonObject... expiries) {
    return new JsonObject()
        .put("Expiries", new JsonArray(List.of(expiries)))
        .put("Count", expiries.length)
        .put("AsOf", Canned.NOW.toString());
  }

  /** Of a workspace that goes so long from now. */
  public static JsonObject due(String id, Duration in, String state, String why) {
    return Canned.expiry(id, Canned.NOW.plus(in).toString(), state, "ada@example.com")
        .put("Overdue", in.isNegative())
        .put("Why", why);
  }

  public static JsonObject orphans(JsonObject... orphans) {
    return new JsonObject()
        .put("SweptAt", "2026-11-29T11:58:00Z")
        .put(
            "Directions",
            new JsonArray()
                .add(direction("namespaces", "", true, ""))
                .add(direction("stacks", "", false, "The state folder cannot be read.")))
        .put("Unlisted", 0)
        .put("Orphans", new JsonArray(List.of(orphans)));
  }

  public static JsonObject orphan(String name, String evidence) {
    return new JsonObject()
        .put("Kind", "stray-namespace")
        .put("Cluster", "")
        .put("Name", name)
        .put("Workspace", name)
        .put("Since", "2026-11-28T11:58:00Z")
        .put("LastSeen", "2026-11-29T11:58:00Z")
        .put("Evidence", new JsonArray().add(evidence))
        .put("Repair", "Delete the namespace.")
        .put("CarriedOut", false);
  }

  public static JsonObject quotas(String owner, JsonObject... quotas) {
    return new JsonObject()
        .put("Owner", owner)
        .put("Quotas", new JsonArray(List.of(quotas)))
        .put("AsOf", Canned.NOW.toString());
  }

  /** With two workspaces that take it, in the proportion of two to one. */
  public static JsonObject quota(String resource, String unit, long limit, long taken) {
    return new JsonObject()
        .put("Resource", resource)
        .put("Unit", unit)
        .put("Backend", "")
        .put("Limit", limit)
        .put("Taken", taken)
        .put("Left", Math.max(0, limit - taken))
        .put(
            "TakenBy",
            new JsonArray()
                .add(new JsonObject().put("ID", "larger").put("Amount", taken - taken / 3))
                .add(new JsonObject().put("ID", "smaller").put("Amount", taken / 3)));
  }

  public static JsonObject audit(JsonObject... entries) {
    return new JsonObject().put("Audit", new JsonArray(List.of(entries)));
  }

  public static JsonObject audited(String who, String operation, String workspace, int status) {
    return new JsonObject()
        .put("ID", "entry-" + status)
        .put("At", "2026-11-29T11:59:00Z")
        .put("Who", who)
        .put("Role", "user")
        .put("Means", "oidc")
        .put("Credential", "ada")
        .put("Operation", operation)
        .put("Workspace", workspace)
        .put("Command", "")
        .put("Status", status)
        .put("Problem", "")
        .put("Address", "192.0.2.7");
  }

  public static JsonObject webhooks(JsonObject... webhooks) {
    return new JsonObject().put("Webhooks", new JsonArray(List.of(webhooks)));
  }

  public static JsonObject webhook(String id, String owner, String state) {
    JsonObject webhook =
        new JsonObject()
            .put("ID", id)
            .put("URL", "https://hooks.example.com/helium")
            .put("Description", "Chat of the team")
            .put("Owner", owner)
            .put("State", state)
            .put(
                "Filter",
                new JsonObject()
                    .put(WORKSPACES, new JsonArray().add("checkout").add("search"))
                    .put("Owner", "")
                    .put("Backend", "pachyderm")
                    .put("Types", new JsonArray().add("dev.helium.workspace.deleted.v1"))
                    .put("Labels", new JsonArray()))
            .put("Waiting", state.equals("parked") ? 12 : 0)
            .put("CreatedAt", "2026-11-01T08:00:00Z")
            .put("ChangedAt", "2026-11-20T08:00:00Z")
            .put("ChangedBy", owner);
    return state.equals("parked")
        ? webhook.put(
            "Parked",
            new JsonObject()
                .put("Since", "2026-11-29T10:00:00Z")
                .put("Reason", "exhausted")
                .put("Why", "The event was not taken in 9 tries; the last was answered 500."))
        : webhook;
  }

  public static JsonObject deliveries(JsonObject... attempts) {
    return new JsonObject()
        .put("Deliveries", new JsonArray(List.of(attempts)))
        .put("Waiting", 12)
        .put("AsOf", Canned.NOW.toString());
  }

  public static JsonObject attempt(String outcome, String detail) {
    JsonObject attempt =
        new JsonObject()
            .put("At", "2026-11-29T11:57:00Z")
            .put("Event", "0f8fad5b-d9cb-469f-a165-70867728950e")
            .put("Type", "dev.helium.workspace.expiry-changed.v1")
            .put("Try", 2)
            .put("Outcome", outcome)
            .put("Status", outcome.equals("delivered") ? 204 : 500)
            .put("Milliseconds", 84)
            .put("Detail", detail);
    return outcome.equals("failed") ? attempt.put("NextTry", "2026-11-29T12:04:00Z") : attempt;
  }

  public static JsonObject one(JsonObject webhook) {
    return new JsonObject().put("Webhook", webhook);
  }

  private static JsonObject kind(String backend, String status, int count) {
    return count("Backend", backend, count).put("Status", status);
  }

  private static JsonObject count(String name, String value, int count) {
    return new JsonObject().put(name, value).put(WORKSPACES, count);
  }

  private static JsonObject took(
      String backend, int runs, long tenth, long median, long ninetieth) {
    return new JsonObject()
        .put("Backend", backend)
        .put("Runs", runs)
        .put("Tenth", tenth)
        .put("Median", median)
        .put("Ninetieth", ninetieth);
  }

  private static JsonObject direction(String name, String cluster, boolean looked, String why) {
    return new JsonObject()
        .put("Name", name)
        .put("Cluster", cluster)
        .put("LookedAt", looked)
        .put("Why", why)
        .put("UnlistedKinds", new JsonArray());
  }
}
