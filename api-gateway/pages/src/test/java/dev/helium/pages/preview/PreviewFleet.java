package dev.helium.pages.preview;

import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedFleet;
import dev.helium.pages.support.CannedPast;
import dev.helium.pages.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** What operators are shown. */
final class PreviewFleet {
  private static final String ONE = "/v1/api/webhooks/" + CannedFleet.WEBHOOK;

  private PreviewFleet() {}

  static void add(CannedApi api) {
    api.answer("GET /v1/api/summary", CannedFleet.summary())
        .answer("GET /v1/api/expiries?until=", expiries())
        .answer("GET /v1/api/orphans", orphans())
        .answer("GET /v1/api/quotas", quotas())
        .answer("GET /v1/api/quotas?owner=grace", CannedFleet.quotas("grace@example.com"))
        .answer("GET /v1/api/audit", audit())
        .answer(
            "GET /v1/api/dead-letters",
            CannedPast.letters(CannedPast.letter(37, "waiting"), CannedPast.event(52)))
        .answer(
            "GET /v1/api/dead-letters?all=true",
            CannedPast.letters(
                CannedPast.letter(12, "dropped"),
                CannedPast.letter(25, "re-driven"),
                CannedPast.letter(37, "waiting"),
                CannedPast.event(52)))
        .answer(
            "GET /v1/api/dead-letters/", CannedPast.withContent(CannedPast.letter(37, "waiting")))
        .answer("POST /v1/api/policy-trial", CannedPast.trial())
        .answer(
            "GET /v1/api/tokens",
            CannedPast.tokens(
                CannedPast.token("ci", "ada@example.com", false),
                CannedPast.token("nightly", "grace@example.com", true)))
        .answer(
            "GET /v1/api/webhooks",
            CannedFleet.webhooks(
                CannedFleet.webhook(CannedFleet.WEBHOOK, Person.ADAM.name(), "parked"),
                CannedFleet.webhook("wh_2", "grace@example.com", "active"),
                CannedFleet.webhook("wh_3", Person.ADA.name(), "paused").put("Description", "")))
        .answer(
            "POST /v1/api/webhooks",
            webhook().put("Secret", "whsec_ZXhhbXBsZSBvZiBhIHNlY3JldCB0aGF0IHNpZ25z"))
        .answer("GET " + ONE, webhook())
        .answer(
            "GET " + ONE + "/deliveries",
            CannedFleet.deliveries(
                CannedFleet.attempt("exhausted", "The receiver answered 500."),
                CannedFleet.attempt("failed", "No answer came within 15 seconds."),
                CannedFleet.attempt("delivered", "")))
        .answer(
            "POST " + ONE + "/test",
            new JsonObject()
                .put("Event", "e")
                .put("Delivered", true)
                .put("Status", 204)
                .put("Milliseconds", 87)
                .put("Detail", "The receiver took it."));
  }

  private static JsonObject webhook() {
    return CannedFleet.one(
        CannedFleet.webhook(CannedFleet.WEBHOOK, Person.ADAM.name(), "parked")
            .put("FormerSecretUntil", "2026-11-30T08:00:00Z"));
  }

  private static JsonObject expiries() {
    return CannedFleet.expiries(
            CannedFleet.due(
                "demo-104",
                Duration.ofHours(-30),
                "failed",
                "Its time is up. It could not be deleted: the namespace has a finalizer of"
                    + " example.com/backup. It is asked for again by itself, unless somebody retries"
                    + " it first."),
            CannedFleet.due(
                    "cluster-eu",
                    Duration.ofHours(-4),
                    "held",
                    "Its time is up. It is kept until those are gone that live in its cluster:"
                        + " checkout-108, search-109.")
                .put("Backend", "pachyderm"),
            CannedFleet.due(
                    "perf-110",
                    Duration.ofMinutes(-6),
                    "unproven",
                    "Its time is up. What it was made of is destroyed; the cluster is searched until"
                        + " nothing of it is left.")
                .put("Status", "deleting"),
            CannedFleet.due(
                "search-113", Duration.ofMinutes(40), "to-come", "Its time is up then."),
            CannedFleet.due(
                "billing-120",
                Duration.ofHours(5),
                "to-come",
                "Protected by ada until then: demo."),
            CannedFleet.due("etl-121", Duration.ofHours(19), "to-come", "Its time is up then."))
        .put("Count", 263)
        .put("Next", "/v1/api/expiries?after=abc");
  }

  private static JsonObject orphans() {
    return CannedFleet.orphans(
        CannedFleet.orphan(
            "checkout-88",
            "The namespace checkout-88 carries the label of the workspace, whose last life ended on"
                + " 27 November 2026."),
        CannedFleet.orphan("etl-12", "The deletion was decided two days ago and has no proof.")
            .put("Kind", "unproven")
            .put("Repair", "The deletion is asked for again.")
            .put("CarriedOut", true));
  }

  private static JsonObject quotas() {
    return CannedFleet.quotas(
        "ada@example.com",
        CannedFleet.quota("workspaces", "workspaces", 10, 7),
        CannedFleet.quota("cpu", "millicores", 16_000, 9_500),
        CannedFleet.quota("memory", "bytes", 64L << 30, 64L << 30));
  }

  private static JsonObject audit() {
    JsonArray entries = new JsonArray();
    CannedFleet.audit(
            CannedFleet.audited("ada@example.com", "createWorkspace", "checkout-100", 202)
                .put("Command", "0192f3a4-5b6c-7d8e-9f00-112233445566"),
            CannedFleet.audited("vera@example.com", "deleteWorkspace", "search-101", 403),
            CannedFleet.audited("", "listAudit", "", 401),
            CannedFleet.audited("grace@example.com", "extendWorkspace", "etl-nightly-103", 409))
        .getJsonArray("Audit")
        .forEach(entries::add);
    return new JsonObject().put("Audit", entries).put("Next", "/v1/api/audit?after=x");
  }
}
