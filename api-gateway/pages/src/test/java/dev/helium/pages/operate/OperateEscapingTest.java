package dev.helium.pages.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedFleet;
import dev.helium.pages.support.CannedPast;
import dev.helium.pages.support.Markup;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Payloads;
import dev.helium.pages.support.Person;
import dev.helium.pages.web.Query;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
    return Payloads.ALL;
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void noTextOfOthersBecomesMarkup(String payload) {
    // given
    server.look(Person.ADAM);
    answer("harmless");
    List<List<String>> shapes = shapes("harmless");

    // when
    answer(payload);

    // then
    assertThat(shapes(payload)).isEqualTo(shapes);
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void noTextOfAnAddressBecomesMarkup(String payload) {
    // given
    server.look(Person.ADAM);
    answer("text");

    // when, then
    assertThat(addressed(payload)).isEqualTo(addressed("harmless"));
  }

  /** What a browser would find in each page and in each answer to a form. */
  private List<List<String>> shapes(String typed) {
    String token = Person.ADAM.formToken();
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (Tab tab : Tab.values()) {
      answers.add(server.get(tab.path() + "?window=all"));
    }
    answers.add(server.get("/webhooks/x"));
    answers.add(server.post("/webhooks/x/test", "formToken", token));
    answers.add(server.post("/webhooks/x", "formToken", token, "url", typed, "types", typed));
    answers.add(server.post("/webhooks/x/redeliver", "formToken", token, "workspace", typed));
    answers.add(server.post("/webhooks/new", "formToken", token, "url", typed, "types", typed));
    answers.add(server.post("/webhooks/x/secret", "formToken", token));
    answers.add(server.get("/operate/dead-letters?all=true"));
    answers.add(server.get("/operate/dead-letters/37"));
    answers.add(server.post("/operate/dead-letters/38/redrive", "formToken", token));
    answers.add(server.post("/operate/dead-letters/38/drop", "formToken", token, "why", typed));
    answers.add(server.post("/operate/policies", "formToken", token, "policy", typed));
    return answers.stream().map(OperateEscapingTest::shape).toList();
  }

  private List<List<String>> addressed(String text) {
    String encoded = Query.encoded(text);
    return Stream.of(
            "/operate/quotas?owner=" + encoded,
            "/operate/dead-letters?all=" + encoded + "&after=" + encoded,
            "/operate/audit?who=" + encoded + "&workspace=" + encoded,
            "/operate/expiries?window=" + encoded + "&after=" + encoded,
            "/operate/events?workspace=" + encoded + "&type=" + encoded + "&since=" + encoded)
        .map(path -> server.get(path))
        .map(OperateEscapingTest::shape)
        .toList();
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
    answerOfThePast(text, problem);
    // The newest word counts, so those of the longer addresses come last.
    api.answer("GET /v1/api/webhooks/x", filled(CannedFleet.one(webhook), text))
        .answer(
            "GET /v1/api/webhooks/x/deliveries",
            filled(CannedFleet.deliveries(CannedFleet.attempt("failed", "")), text));
    api.answer("POST /v1/api/webhooks/x/redeliver", call -> CannedApi.answered(422, problem))
        .answer("POST /v1/api/webhooks/x/test", filled(new JsonObject().put("Detail", ""), text))
        .answer(
            "POST /v1/api/webhooks/x/rotate-secret",
            filled(CannedFleet.one(webhook).put("Secret", ""), text));
  }

  private void answerOfThePast(String text, JsonObject problem) {
    String letters = "/v1/api/dead-letters";
    api.answer(
            "GET " + letters,
            filled(
                CannedPast.letters(
                    CannedPast.letter(37, "dropped"), CannedPast.letter(38, "waiting")),
                text))
        .answer("GET /v1/api/tokens", filled(CannedPast.tokens(token()), text))
        .answer("POST /v1/api/policy-trial", filled(CannedPast.trial(), text));
    api.answer(
            "GET " + letters + "/37",
            filled(CannedPast.one(CannedPast.letter(37, "dropped")), text))
        .answer(
            "GET " + letters + "/38",
            filled(CannedPast.withContent(CannedPast.letter(38, "waiting")), text))
        .answer("POST " + letters, call -> CannedApi.answered(422, problem));
  }

  private static JsonObject token() {
    return CannedPast.token("", "", true);
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

  private static List<String> shape(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.uri().toString()).isIn(200, 422);
    Markup markup = new Markup(answer.body());
    assertThat(markup.values("href"))
        .allMatch(href -> href.startsWith("/") || href.startsWith("#"));
    return markup.shape();
  }
}
