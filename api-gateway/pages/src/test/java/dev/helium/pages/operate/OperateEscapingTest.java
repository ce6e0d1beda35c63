package dev.helium.pages.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedFleet;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import dev.helium.pages.web.Query;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What others wrote never becomes markup, wherever it stands. */
class OperateEscapingTest {
  /** What pages decide by; it is not text of others. */
  private static final Set<String> WORDS = Set.of("State", "Outcome");

  private final CannedApi api = new CannedApi();
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  static List<String> payloads() {
    return List.of(
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' autofocus onfocus='alert(1)",
        "</title></textarea><svg onload=alert(1)>",
        "javascript:alert(1)",
        "${7*7}<!--");
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void noTextOfOthersBecomesMarkup(String payload) {
    // given
    server.look(Person.ADAM);
    answer(payload);

    for (Tab tab : Tab.values()) {
      // when, then
      check(server.get(tab.path() + "?window=all"));
    }
    check(server.get("/webhooks/x"));
    check(server.post("/webhooks/x/test", "formToken", Person.ADAM.formToken()));
    check(server.post("/webhooks/x", "formToken", Person.ADAM.formToken(), "url", payload));
    check(server.post("/webhooks/new", "formToken", Person.ADAM.formToken(), "url", payload));
    check(server.post("/webhooks/x/secret", "formToken", Person.ADAM.formToken()));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void noTextOfAnAddressBecomesMarkup(String payload) {
    // given
    server.look(Person.ADAM);
    answer("text");
    String encoded = Query.encoded(payload);

    // when, then
    check(server.get("/operate/quotas?owner=" + encoded));
    check(server.get("/operate/audit?who=" + encoded + "&workspace=" + encoded));
    check(server.get("/operate/expiries?window=" + encoded + "&after=" + encoded));
    check(
        server.get(
            "/operate/events?workspace=" + encoded + "&type=" + encoded + "&since=" + encoded));
  }

  private void answer(String text) {
    JsonObject webhook = CannedFleet.webhook("wh_1", "somebody", "parked");
    JsonObject problem =
        new JsonObject()
            .put("title", text)
            .put("detail", text)
            .put(
                "errors",
                new JsonArray().add(new JsonObject().put("field", "url").put("rule", text)));
    api.answer("GET /v1/api/summary", filled(CannedFleet.summary(), text))
        .answer(
            "GET /v1/api/expiries",
            filled(
                CannedFleet.expiries(
                    CannedFleet.due("a", Duration.ofHours(-1), "failed", ""),
                    CannedFleet.due("b", Duration.ofHours(1), "to-come", "")),
                text))
        .answer(
            "GET /v1/api/orphans", filled(CannedFleet.orphans(CannedFleet.orphan("o", "")), text))
        .answer(
            "GET /v1/api/quotas",
            filled(CannedFleet.quotas("", CannedFleet.quota("", "", 3, 3)), text))
        .answer(
            "GET /v1/api/audit",
            filled(CannedFleet.audit(CannedFleet.audited("", "", "", 403)), text))
        .answer("PATCH /v1/api/webhooks/x", call -> CannedApi.answered(422, problem))
        .answer("POST /v1/api/webhooks", call -> CannedApi.answered(422, problem))
        .answer("GET /v1/api/webhooks", filled(CannedFleet.webhooks(webhook), text));
    // The newest word counts, so those of the longer addresses come last.
    api.answer("GET /v1/api/webhooks/x", filled(CannedFleet.one(webhook), text))
        .answer(
            "GET /v1/api/webhooks/x/deliveries",
            filled(CannedFleet.deliveries(CannedFleet.attempt("failed", "")), text));
    api.answer("POST /v1/api/webhooks/x/test", filled(new JsonObject().put("Detail", ""), text))
        .answer(
            "POST /v1/api/webhooks/x/rotate-secret",
            filled(CannedFleet.one(webhook).put("Secret", ""), text));
  }

  /** With the text in place of every text that is neither an instant nor a word to decide by. */
  private static JsonObject filled(JsonObject json, String text) {
    JsonObject filled = new JsonObject();
    json.forEach(
        entry -> filled.put(entry.getKey(), filled(entry.getKey(), entry.getValue(), text)));
    return filled;
  }

  private static Object filled(String name, Object value, String text) {
    return switch (value) {
      case JsonObject object -> filled(object, text);
      case JsonArray array -> {
        JsonArray filled = new JsonArray();
        array.forEach(each -> filled.add(filled(name, each, text)));
        yield filled;
      }
      case String word when word.startsWith("2026-") || WORDS.contains(name) -> word;
      case String ignored -> text;
      default -> value;
    };
  }

  private static void check(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri().toString()).isIn(200, 422);
    assertThat(answer.body())
        .as(answer.uri().toString())
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x")
        .doesNotContain("<svg onload")
        .doesNotContain("' onfocus='")
        .doesNotContain("' autofocus onfocus")
        .doesNotContain("href=\"javascript:")
        .doesNotContain("49<!--");
  }
}
