package dev.helium.pages.operate;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedFleet;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPagesTest {
  private static final String ID = CannedFleet.WEBHOOK;
  private static final String PAGE = "/webhooks/" + ID;
  private static final String ONE = "/v1/api/webhooks/" + ID;
  private static final String SECRET = "whsec_c2VjcmV0LW9mLXRoZS10ZXN0";
  private static final String TOKEN = "formToken";
  private static final String ADAS = Person.ADA.formToken();

  private final CannedApi api =
      new CannedApi()
          .answer(
              "GET /v1/api/webhooks",
              CannedFleet.webhooks(
                  CannedFleet.webhook(ID, Person.ADA.name(), "active"),
                  CannedFleet.webhook("wh_of_grace", "grace@example.com", "parked")))
          .answer("GET " + ONE, webhook("active"))
          .answer(
              "GET " + ONE + "/deliveries",
              CannedFleet.deliveries(
                  CannedFleet.attempt("failed", "The receiver answered 500."),
                  CannedFleet.attempt("delivered", "")));
  private final PageServer server = new PageServer(api);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everybodySeesTheirOwnAndOperatorsThoseOfAll() {
    // when
    String own = server.get("/webhooks").body();
    server.look(Person.OPAL);
    String all = server.get("/operate/webhooks").body();
    String operators = server.get("/webhooks").body();

    // then
    assertThat(own).contains(PAGE).doesNotContain("wh_of_grace");
    assertThat(all).contains(PAGE, "/webhooks/wh_of_grace", "grace@example.com", "Parked");
    assertThat(operators).contains("You have no webhooks").doesNotContain("wh_of_grace");
  }

  @Test
  void viewersAreToldThatTheyMayHaveNone() {
    // given
    server.look(Person.VERA);
    api.refuse("GET /v1/api/webhooks", 403, "Webhooks are for users, operators and admins.");

    // when
    HttpResponse<String> answer = server.get("/webhooks");

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Webhooks are for users, operators and admins.");
  }

  @Test
  void onePageSaysWhatItWantsAndWhatCameOfDeliveries() {
    // when
    String page = server.get(PAGE).body();

    // then
    assertThat(page)
        .contains("workspaces checkout, search; backend pachyderm")
        .contains("expiry changed", "The receiver answered 500.", "Failed, tried again", "try 2")
        .contains("hx-get=\"" + PAGE + "/deliveries\"");
  }

  @Test
  void whoMayNotChangeItIsOfferedNothingToDo() {
    // given
    server.look(Person.OPAL);

    // when
    String operators = server.get(PAGE).body();
    server.look(Person.ADAM);
    String admins = server.get(PAGE).body();

    // then
    assertThat(operators)
        .contains("Its owner and admins may change it.")
        .doesNotContain("action=\"/webhooks");
    assertThat(admins).contains("action=\"" + PAGE + "/delete\"");
  }

  @Test
  void aNewOneIsMadeAndItsSecretIsOnTheAnswerAlone() {
    // given
    api.answer("POST /v1/api/webhooks", webhook("active").put("Secret", SECRET));

    // when
    HttpResponse<String> answer =
        server.post(
            "/webhooks/new",
            TOKEN,
            ADAS,
            "url",
            " https://hooks.example.com/x?key=1 ",
            "description",
            "Chat",
            "workspaces",
            "a, b");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(SECRET, "shown this once");
    assertThat(answer.headers().firstValue("location")).isEmpty();
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(sent("POST", "/v1/api/webhooks"))
        .isEqualTo(
            new JsonObject()
                .put("url", "https://hooks.example.com/x?key=1")
                .put("description", "Chat")
                .put("workspaces", "a, b")
                .put("owner", "")
                .put("backend", "")
                .put("types", "")
                .put("labels", ""));
    assertThat(server.get(PAGE).body()).doesNotContain(SECRET);
  }

  @Test
  void aNewOneThatIsRefusedKeepsWhatWasTypedAndSaysWhatIsWrong() {
    // given
    api.answer("POST /v1/api/webhooks", call -> invalid("url", "must be https"));

    // when
    HttpResponse<String> answer =
        server.post("/webhooks/new", TOKEN, ADAS, "url", "http://x.example", "owner", "grace");

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("It must be https.", "value=\"http://x.example\"", "value=\"grace\"")
        .contains("aria-invalid=\"true\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/pause", "/unpause", "/resume", "/test", "/redeliver", "/secret", "/delete"})
  void nothingIsDoneByAForgedForm(String action) {
    // when
    HttpResponse<String> answer =
        server.post(PAGE + action, TOKEN, "of-somebody-else", "sure", "1");

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(api.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/resume, POST, /resume?skip=false, resumed",
    "/redeliver, POST, /redeliver?workspace=w, redelivered"
  })
  void whatIsDoneIsAskedOfTheApiAndSaidAfterwards(
      String action, String method, String address, String said) {
    // given
    api.answer(method + " " + ONE + address, new JsonObject());

    // when
    HttpResponse<String> answer = server.post(PAGE + action, TOKEN, ADAS, "workspace", "w");

    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue(PAGE + "?done=" + said);
    assertThat(api.asked()).containsExactly(method + " " + ONE + address);
  }

  @Test
  void anEventCanBeGivenUpOn() {
    // given
    api.answer("GET " + ONE, webhook("parked"))
        .answer("POST " + ONE + "/resume?skip=true", new JsonObject());

    // when
    String page = server.get(PAGE).body();
    HttpResponse<String> answer = server.post(PAGE + "/resume", TOKEN, ADAS, "skip", "true");

    // then
    assertThat(page).contains("The event was not taken in 9 tries", "Resume without the event");
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  @Test
  void pausesBeginAndEnd() {
    // given
    api.answer("PATCH " + ONE, webhook("paused"));

    // when
    HttpResponse<String> begun = server.post(PAGE + "/pause", TOKEN, ADAS);

    // then
    assertThat(begun.headers().firstValue("location")).hasValue(PAGE + "?done=paused");
    assertThat(sent("PATCH", ONE)).isEqualTo(new JsonObject().put("paused", true));
    // when
    server.post(PAGE + "/unpause", TOKEN, ADAS);
    // then
    assertThat(new JsonObject(api.calls().getLast().body()))
        .isEqualTo(new JsonObject().put("paused", false));
  }

  @Test
  void aTestSaysWhatCameOfIt() {
    // given
    api.answer(
        "POST " + ONE + "/test",
        new JsonObject()
            .put("Event", "e")
            .put("Delivered", false)
            .put("Status", 418)
            .put("Milliseconds", 31)
            .put("Detail", "The receiver answered 418."));

    // when
    HttpResponse<String> answer = server.post(PAGE + "/test", TOKEN, ADAS);

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "The test was not delivered", "31 ms", "answered 418", "The receiver answered 418.");
  }

  @Test
  void changesAreSentWhole() {
    // given
    api.answer("PATCH " + ONE, webhook("active"));

    // when
    HttpResponse<String> answer =
        server.post(PAGE, TOKEN, ADAS, "url", "https://new.example.com/", "types", "");

    // then
    assertThat(answer.headers().firstValue("location")).hasValue(PAGE + "?done=saved");
    assertThat(sent("PATCH", ONE).getMap())
        .contains(
            entry("url", "https://new.example.com/"), entry("types", ""), entry("workspaces", ""));
  }

  @Test
  void aChangeThatIsRefusedKeepsWhatWasTyped() {
    // given
    api.answer("PATCH " + ONE, call -> invalid("types", "must be types of events"));

    // when
    HttpResponse<String> answer =
        server.post(PAGE, TOKEN, ADAS, "url", "https://new.example.com/", "types", "nonsense");

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("It must be types of events.", "value=\"nonsense\"")
        .contains("<details class=\"card drawer\" open>");
  }

  @Test
  void eventsOfATimeAreDeliveredAgainByInstantsInUtc() {
    // given
    api.answer("POST " + ONE + "/redeliver", new JsonObject().put("Redelivery", 1));

    // when
    server.post(PAGE + "/redeliver", TOKEN, ADAS, "from", "2026-11-29T10:00", "until", "");

    // then
    assertThat(api.asked())
        .containsExactly("POST " + ONE + "/redeliver?from=2026-11-29T10%3A00%3A00Z");
  }

  @Test
  void aRedeliveryThatIsRefusedKeepsWhatWasTyped() {
    // given
    api.refuse("POST " + ONE + "/redeliver", 409, "The redelivery before this one is to begin.");

    // when
    HttpResponse<String> answer =
        server.post(PAGE + "/redeliver", TOKEN, ADAS, "workspace", "checkout", "first", "12");

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("The redelivery before this one is to begin.")
        .contains("value=\"checkout\"", "value=\"12\"");
  }

  @Test
  void aNewSecretIsOnTheAnswerAlone() {
    // given
    api.answer(
        "POST " + ONE + "/rotate-secret?overlap=PT1H", webhook("active").put("Secret", SECRET));

    // when
    HttpResponse<String> answer = server.post(PAGE + "/secret", TOKEN, ADAS, "overlap", "PT1H");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains(SECRET, "It has a new secret");
    assertThat(answer.uri().toString()).doesNotContain("whsec");
  }

  @Test
  void itIsDeletedOnlyWhenThatIsConfirmed() {
    // given
    api.answer("DELETE " + ONE, new JsonObject().put("ID", ID));

    // when
    HttpResponse<String> without = server.post(PAGE + "/delete", TOKEN, ADAS);

    // then
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("The box must be ticked");
    assertThat(api.asked()).noneMatch(call -> call.startsWith("DELETE"));
    // when
    HttpResponse<String> sure = server.post(PAGE + "/delete", TOKEN, ADAS, "sure", "true");
    // then
    assertThat(sure.headers().firstValue("location")).hasValue("/webhooks?done=removed");
    assertThat(api.asked()).contains("DELETE " + ONE);
  }

  @Test
  void whatIsSomebodyElsesIsRefusedAsTheApiSaysIt() {
    // given
    api.refuse("POST " + ONE + "/test", 403, "The webhook is somebody else's.");

    // when
    HttpResponse<String> answer = server.post(PAGE + "/test", TOKEN, ADAS);

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("The webhook is somebody else's.");
  }

  @Test
  void anAddressOfAnotherSiteIsNoWebhook() {
    // given
    api.refuse("GET /v1/api/webhooks/..%2F..", 404, "There is no such webhook.");

    // when, then
    assertThat(server.get("/webhooks/..%2F..").statusCode()).isEqualTo(404);
  }

  private JsonObject sent(String method, String address) {
    return api.calls().stream()
        .filter(call -> call.method().name().equals(method) && call.uri().equals(address))
        .findFirst()
        .map(ApiCall::body)
        .map(JsonObject::new)
        .orElseThrow();
  }

  private static JsonObject webhook(String state) {
    return CannedFleet.one(CannedFleet.webhook(ID, Person.ADA.name(), state));
  }

  private static ApiAnswer invalid(String field, String rule) {
    JsonObject problem =
        new JsonObject()
            .put("status", 422)
            .put("title", "Invalid")
            .put("detail", "The request breaks rules.")
            .put(
                "errors",
                new JsonArray().add(new JsonObject().put("field", field).put("rule", rule)));
    return CannedApi.answered(422, problem);
  }
}
