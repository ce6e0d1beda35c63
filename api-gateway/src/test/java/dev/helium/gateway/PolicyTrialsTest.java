package dev.helium.gateway;

import static dev.helium.gateway.Client.FORM;
import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.errors;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Policies that are tried against what really stands in the log. */
@ExtendWith({SharedDeployment.class, GatewayWithoutLog.class})
final class PolicyTrialsTest {
  private static final String TRIAL = "/v1/api/policy-trial?limit=500";
  private static final String FIVE_DAYS = "{\"defaultDays\": 1, \"maximumDays\": 5}";

  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    client = shared.client;
    Instant inAMonth = Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    HttpResponse<String> made =
        client.post(
            WORKSPACE + "?wait=decided",
            JSON,
            new JsonObject().put("name", "tried-long").put("expiry", inAMonth.toString()).encode());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
  }

  @Test
  void aShorterMaximumWouldHaveRefusedWhatWasGranted() {
    // when
    HttpResponse<String> answer =
        client.post(TRIAL, FORM, "policy=" + URLEncoder.encode(FIVE_DAYS, UTF_8));
    // then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonObject life = different(answer, "tried-long").orElseThrow();
    assertThat(life.getString("Verdict")).isEqualTo("refused");
    assertThat(life.getString("Owner")).isEqualTo("token");
    assertThat(life.getString("WouldHaveEnded")).isEqualTo(life.getString("Began"));
    assertThat(life.containsKey("Ended")).isFalse();
    assertThat(life.getJsonArray("Refusals").getJsonObject(0).getString("Rule"))
        .endsWith("must lie at most 5 days ahead");
    JsonObject trial = json(answer);
    assertThat(trial.getInteger("Refused")).isPositive();
    assertThat(trial.getInteger("Lives")).isGreaterThanOrEqualTo(trial.getInteger("Refused"));
  }

  @Test
  void aPolicyIsATextAFileOrAnObject() {
    // when
    HttpResponse<String> text =
        client.post(TRIAL, JSON, new JsonObject().put("policy", FIVE_DAYS).encode());
    HttpResponse<String> object =
        client.post(
            TRIAL, JSON, new JsonObject().put("policy", new JsonObject(FIVE_DAYS)).encode());
    HttpResponse<String> file =
        client.post(
            TRIAL,
            new Multipart()
                .file("policy", "policy.json", "application/json", FIVE_DAYS.getBytes(UTF_8)));
    // then
    for (HttpResponse<String> answer : List.of(text, object, file)) {
      assertThat(different(answer, "tried-long")).isPresent();
    }
  }

  @Test
  void whatAPolicyDoesNotSayIsAsTheGatewaysVariablesSay() {
    // when
    HttpResponse<String> answer = client.post(TRIAL, JSON, "{\"policy\":{}}");
    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(different(answer, "tried-long")).isEmpty();
  }

  @Test
  void noMoreLivesAreListedThanAreAskedFor() {
    // when
    JsonObject trial =
        json(
            client.post(
                "/v1/api/policy-trial?limit=1",
                FORM,
                "policy=" + URLEncoder.encode(FIVE_DAYS, UTF_8)));
    // then
    assertThat(trial.getJsonArray("Different")).hasSize(1);
  }

  @Test
  void aTrialIsOnRecord() {
    // when
    client.post(TRIAL, JSON, "{\"policy\":{}}");
    // then
    await().until(() -> client.get("/v1/api/audit?limit=500").body().contains("\"tryPolicy\""));
  }

  @Test
  void aPolicyThatBreaksRulesIsRefusedWithAllOfThem(TestGateway withoutLog) {
    // given
    Client nobody = withoutLog.client();
    // when, then
    assertThat(
            errors(
                nobody.post(TRIAL, JSON, "{\"policy\":{\"defaultDays\":0,\"zone\":\"Nowhere\"}}")))
        .containsExactlyInAnyOrder(
            "policy.defaultDays: must be a whole number between 1 and 90",
            "policy.zone: must be a time zone such as Europe/Berlin");
    assertThat(errors(nobody.post(TRIAL, FORM, "policy=%7B")))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("policy: must be JSON");
    assertThat(errors(nobody.post(TRIAL))).containsExactly("policy: must be given");
    assertThat(errors(nobody.post(TRIAL, JSON, "{\"policy\":7,\"polcy\":\"{}\"}")))
        .containsExactly(
            "policy: must be a JSON object", "polcy: is not a field; did you mean \"policy\"?");
    assertThat(errors(nobody.post("/v1/api/policy-trial?limit=501", JSON, "{\"policy\":{}}")))
        .containsExactly("limit: must be a whole number from 1 to 500");
    assertThat(nobody.post(TRIAL, FORM, "policy=" + "x".repeat(256 * 1024 + 1)).statusCode())
        .isEqualTo(413);
  }

  private static Optional<JsonObject> different(HttpResponse<String> answer, String workspace) {
    return json(answer).getJsonArray("Different").stream()
        .map(JsonObject.class::cast)
        .filter(life -> life.getString("ID").equals(workspace))
        .findFirst();
  }
}
