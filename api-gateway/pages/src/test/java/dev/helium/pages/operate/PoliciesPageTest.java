package dev.helium.pages.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.pages.support.CannedApi;
import dev.helium.pages.support.CannedPast;
import dev.helium.pages.support.PageServer;
import dev.helium.pages.support.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoliciesPageTest {
  private static final String PAGE = "/operate/policies";
  private static final String API = "/v1/api/policy-trial";
  private static final String TOKEN = "formToken";
  private static final String OPALS = Person.OPAL.formToken();

  private final CannedApi api = new CannedApi().answer("POST " + API, CannedPast.trial());
  private final PageServer server = new PageServer(api);

  @BeforeEach
  void operate() {
    server.look(Person.OPAL);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aPolicyIsTypedBesideTheCommandThatDoesTheSame() {
    // when
    String page = server.get(PAGE).body();

    // then
    assertThat(page)
        .contains("<textarea id=\"policy\"", "\"maximumDays\": 30")
        .contains("./helium policy-test FILE");
    assertThat(api.asked()).isEmpty();
  }

  @Test
  void whatWouldHaveComeOfThePastIsOnTheAnswerBesideThePolicy() {
    // when
    HttpResponse<String> answer = server.post(PAGE, TOKEN, OPALS, "policy", "{\"maximumDays\": 5}");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("1,232.0 hours saved", "1.0 added", "Of 1,204 lives 2 would have been refused")
        .contains("5 granted requests would have been refused", "1 record could not be read")
        .contains("href=\"/get/checkout-100\"", "Reaped earlier", "154.0")
        .contains("expiry must lie at most 5 days ahead", "Reaped later", "-1.0", "and 40 more")
        .contains("{\"maximumDays\": 5}</textarea>");
    assertThat(api.asked()).containsExactly("POST " + API);
    assertThat(new JsonObject(api.calls().getFirst().body()))
        .isEqualTo(new JsonObject().put("policy", "{\"maximumDays\": 5}"));
  }

  @Test
  void aPolicyThatBreaksRulesIsKeptAndAllOfThemAreSaid() {
    // given
    api.answer(
        "POST " + API,
        call ->
            CannedApi.answered(
                422,
                new JsonObject()
                    .put("title", "Invalid")
                    .put(
                        "errors",
                        new JsonArray()
                            .add(rule("policy.zone", "must be a time zone"))
                            .add(rule("policy.defaultDays", "must be a whole number")))));

    // when
    HttpResponse<String> answer = server.post(PAGE, TOKEN, OPALS, "policy", "{\"zone\": 1}");

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("policy.zone must be a time zone.", "policy.defaultDays must be a whole number.")
        .contains("{\"zone\": 1}</textarea>", "aria-invalid=\"true\"");
  }

  @Test
  void whileAnotherIsTriedThePolicyIsKept() {
    // given
    api.refuse("POST " + API, 503, "A policy is being tried already.");

    // when
    HttpResponse<String> answer = server.post(PAGE, TOKEN, OPALS, "policy", "{}");

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("A policy is being tried already.", "{}</textarea>");
  }

  @Test
  void nothingIsTriedByAForgedForm() {
    // when
    HttpResponse<String> answer = server.post(PAGE, TOKEN, "of-somebody-else", "policy", "{}");

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(api.asked()).isEmpty();
  }

  @Test
  void whoMayNotIsToldByTheApi() {
    // given
    server.look(Person.ADA);
    api.refuse("POST " + API, 403, "It takes the role operator.");

    // when
    HttpResponse<String> answer = server.post(PAGE, TOKEN, Person.ADA.formToken(), "policy", "{}");

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("It takes the role operator.");
  }

  private static JsonObject rule(String field, String rule) {
    return new JsonObject().put("field", field).put("rule", rule);
  }
}
