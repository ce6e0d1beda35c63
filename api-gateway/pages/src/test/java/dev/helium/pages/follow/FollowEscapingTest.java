package dev.helium.pages.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.Canned;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedLife;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import dev.helium.pages.web.LiveStream;
import dev.helium.pages.web.Query;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowEscapingTest {
  private static final String ONE = "/v1/api/workspace/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</textarea></title><svg/onload=alert(1)>",
        "javascript:alert(1)//<b>",
        "{{7*7}}<%= 1 %>${1}<!--"
      })
  void noTextOfOthersBecomesMarkup(String payload) {
    // given
    JsonObject workspace = poisoned(workspace(), payload);
    JsonObject story = poisoned(CannedLife.why("demo", "failed", "x"), payload);
    story
        .getJsonObject("Why")
        .put("Failed", new JsonObject().put("Message", payload).put("WayOn", payload))
        .put("Tenants", new JsonArray().add(new JsonObject().put("ID", payload)));
    JsonObject timeline =
        poisoned(
            CannedLife.timeline(
                "demo",
                "x",
                "creation",
                CannedLife.stage("applied", "done", 5),
                CannedLife.stage("x", "y", 9)),
            payload);
    CannedApi api =
        new CannedApi()
            .answer("GET " + ONE, call -> CannedLife.tagged(workspace, "\"" + "x" + "\""))
            .answer("GET " + ONE + "demo/timeline", timeline)
            .answer("GET " + ONE + "demo/why", story)
            .answer("GET " + ONE + "demo/events", events(payload))
            .answer("GET " + ONE + "demo/receipt", poisoned(CannedLife.receipt("demo"), payload))
            .refuse("GET " + ONE + "gone", 404, payload)
            .answer("GET " + ONE + "gone/why", CannedLife.why("gone", "deleted", payload))
            .answer("GET " + ONE + "gone/receipt", poisoned(CannedLife.receipt("gone"), payload))
            .answer("GET " + ONE + "gone/events", events(payload))
            .refuse("POST " + ONE, 409, payload);

    try (PageServer server = new PageServer(api)) {
      server.look(Person.OPAL);
      for (String path :
          new String[] {
            "/get/demo",
            "/get/demo/state",
            "/get/demo/events",
            "/get/demo/why",
            "/get/demo/receipt",
            "/get/demo/delete",
            "/get/demo/extend",
            "/get/gone",
            "/get/" + Query.encoded(payload.replace("/", ""))
          }) {
        // when
        String page = server.get(path).body();

        // then
        assertHarmless(path, page, payload);
      }
      String refused =
          server
              .post(
                  "/get/demo/extend",
                  "formToken",
                  "token-of-opal",
                  "why",
                  payload,
                  "day",
                  payload,
                  "seen",
                  payload)
              .body();
      assertHarmless("refused", refused, payload);
    }
  }

  private static void assertHarmless(String path, String page, String payload) {
    assertThat(page).as(path).isNotEmpty().doesNotContain("href=\"javascript:");
    if (payload.contains("<")) {
      String tag = payload.substring(payload.indexOf('<'));
      assertThat(page).as(path).doesNotContain(tag);
    } else {
      assertThat(page).as(path).doesNotContain("='" + payload, "=\"" + payload.replace("'", "\""));
    }
  }

  private static JsonObject workspace() {
    return Canned.workspace("demo", "failed", "x")
        .put("Message", "x")
        .put("WayOn", "x")
        .put("Drift", "x")
        .put("HeldBy", new JsonArray().add("x"))
        .put("Labels", new JsonObject().put("x", "x"))
        .put("K8s", "x")
        .put("Pachctl", "x")
        .put("PulumiURL", "x")
        .put("ConsoleURL", "x")
        .put("GCSBucket", "x")
        .put("K8sNamespace", "x")
        .put("Addresses", new JsonObject().put("Service/x", "x"))
        .put("CredentialSecrets", new JsonArray().add("x"))
        .put("Progress", CannedLife.progress(1, 3, "x"))
        .put("Protection", CannedLife.protection("x", "x"))
        .put("Reasons", new JsonArray().add(CannedLife.reason("fatal", "x", "x", "x")))
        .put(
            "Connections",
            new JsonArray()
                .add(Canned.link("x", "x"))
                .add(
                    CannedLife.connection("inside", "x")
                        .put("Command", "x")
                        .put("Credentials", "x")));
  }

  /** The newest of every type, each with the payload wherever one of them has text. */
  private static JsonObject events(String payload) {
    JsonObject reason =
        new JsonObject().put("object", payload).put("code", payload).put("message", payload);
    Map<String, Object> texts = new HashMap<>();
    for (String field :
        new String[] {
          "createdBy",
          "updatedBy",
          "requestedBy",
          "changedBy",
          "protectedBy",
          "unprotectedBy",
          "revivedBy",
          "why",
          "what",
          "evidence"
        }) {
      texts.put(field, payload);
    }
    JsonObject data =
        new JsonObject(texts)
            .put("failure", new JsonObject().put("message", payload))
            .put("refusal", new JsonObject().put("detail", payload))
            .put("reason", new JsonObject().put("is", "requested"))
            .put("holdup", new JsonObject().put("by", new JsonArray().add(payload)))
            .put(
                "steps",
                new JsonArray()
                    .add(new JsonObject().put("operation", payload).put("resource", payload)))
            .put(
                "readiness",
                new JsonObject()
                    .put("is", "not-ready")
                    .put("reasons", new JsonArray().add(reason)));
    JsonArray events = new JsonArray();
    long number = 0;
    for (String type : LiveStream.TYPES) {
      events.add(CannedLife.event(++number, "x", data).put("type", type));
    }
    events.add(CannedLife.event(++number, "x", data).put("type", payload));
    return new JsonObject().put("Events", events).put("Count", number).put("Unlisted", 0);
  }

  /** With the payload for every x, and for sentences of arrays. */
  private static JsonObject poisoned(JsonObject json, String payload) {
    String text =
        json.encode()
            .replace("\"x\"", new JsonArray().add(payload).encode().replaceAll("^\\[|\\]$", ""));
    return new JsonObject(
        text.replace("Service/x", "Service/y")
            .replace(
                "No object of 61 kinds has its label.",
                payload.replace("\\", "").replace("\"", "\\\"")));
  }
}
