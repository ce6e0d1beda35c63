package dev.helium.gateway;

import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.service.metrics.Scrape;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that ask the API for whoever looks at them, on all parts. */
@ExtendWith(SharedDeployment.class)
final class PagesTest {
  private static TestDeployment deployment;
  private static String token;
  private Browser browser;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    token = shared.people.give("pia", "user");
    KnownTokens.await(shared.client.with(token));
  }

  @BeforeEach
  void signIn() {
    browser = new Browser(deployment.gateway.port());
    assertThat(browser.signIn(token).statusCode()).isEqualTo(303);
  }

  @Test
  void whatAPageDoesIsDoneAndWrittenDownAsIfTheyHadAskedThemselves() {
    // given, when
    HttpResponse<String> made =
        submit("POST", WORKSPACE + "?wait=decided", "{\"name\":\"paged-by-pia\"}");
    // then
    assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
    assertThat(
            Client.workspace(deployment.client.get(WORKSPACE + "/paged-by-pia"))
                .getString("CreatedBy"))
        .isEqualTo("pia");
    JsonObject entry = entry("?workspace=paged-by-pia", "createWorkspace");
    assertThat(entry.getString("Who")).isEqualTo("pia");
    assertThat(entry.getString("Role")).isEqualTo("user");
    assertThat(entry.getString("Means")).isEqualTo("session");
    assertThat(entry.getString("Credential")).isEqualTo("token " + People.id(token));
    assertThat(entry.getString("Address")).isEqualTo(Browser.ADDRESS);
    assertThat(entry.getInteger("Status")).isEqualTo(202);
  }

  @Test
  void whatTheyMayNotDoIsRefused() {
    // given
    deployment.client.post(WORKSPACE + "?wait=decided", Client.JSON, "{\"name\":\"not-pias\"}");
    // when
    HttpResponse<String> answer = submit("DELETE", WORKSPACE + "/not-pias", "");
    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(entry("?workspace=not-pias", "deleteWorkspace").getString("Who")).isEqualTo("pia");
    assertThat(browser.get(ProbePages.PAGE + "?ask=/v1/api/audit").body())
        .contains("\"asked\":403");
    assertThat(browser.get(ProbePages.PAGE + "?ask=" + WORKSPACE + "/not-pias").body())
        .contains("\"asked\":200");
  }

  @Test
  void whoSignsInAndOutIsWrittenDown() {
    // given
    Browser other = new Browser(deployment.gateway.port());
    String tia = deployment.people.give("tia", "viewer");
    KnownTokens.await(deployment.client.with(tia));
    // when
    other.signIn(tia);
    other.signOut();
    // then
    JsonObject in = entry("?who=tia", "signIn");
    assertThat(in.getString("Means")).isEqualTo("token");
    assertThat(in.getString("Credential")).isEqualTo(People.id(tia));
    assertThat(in.getString("Address")).isEqualTo(Browser.ADDRESS);
    JsonObject out = entry("?who=tia", "signOut");
    assertThat(out.getString("Means")).isEqualTo("session");
    // and who could not
    other.signIn("the-token-of-nobody-at-all");
    await()
        .until(
            () ->
                entries("?limit=500").stream()
                    .anyMatch(
                        entry ->
                            entry.getString("Operation").equals("signIn")
                                && entry.getInteger("Status") == 401
                                && entry.getString("Address").equals(Browser.ADDRESS)));
    assertThat(entries("?limit=500").toString()).doesNotContain("the-token-of-nobody-at-all");
  }

  @Test
  void aStreamGoesOnWithWhatTheBrowserKeepsAndEndsWhenTheySignOut() {
    // given
    Browser other = new Browser(deployment.gateway.port());
    other.signIn(token);
    String cookies =
        other.cookies.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("; "));
    try (StreamClient stream =
        new StreamClient(
            deployment
                .client
                .bare("/v1/api/events?workspace=nothing-happens-here")
                .header("cookie", cookies))) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.hasEnded()).isFalse();
      // when
      other.signOut();
      // then
      await().atMost(Duration.ofSeconds(60)).until(stream::hasEnded);
    }
  }

  @Test
  void ratesAreThoseOfWhoeverLooksAtAPage() {
    // given
    try (TestGateway slow =
        deployment.another(Map.of("HELIUM_RATE_READS", "1/6", "HELIUM_RATE_CHANGES", "1/2"))) {
      Browser eager = new Browser(slow.port());
      eager.signIn(token);
      Browser calm = new Browser(slow.port());
      calm.signIn(TestGateway.TOKEN);
      // when
      Set<Integer> asked = Set.of();
      for (int round = 0; round < 50 && !asked.equals(Set.of(429)); round++) {
        asked = Set.of(asked(eager));
      }
      // then
      assertThat(asked).containsExactly(429);
      assertThat(asked(calm)).isEqualTo(200);
    }
  }

  @Test
  void pagesAreMeasuredByTheirFewRoutes() {
    // given
    browser.get(ProbePages.PAGE);
    // when
    for (int number = 0; number < 50; number++) {
      browser.get("/no-page-" + number);
      browser.get(ProbePages.PAGE + "?ask=/healthz&number=" + number);
    }
    // then
    await()
        .untilAsserted(
            () -> assertThat(operations()).contains("page /probe", "signIn", "showSignIn"));
    assertThat(operations())
        .allSatisfy(operation -> assertThat(operation).doesNotContain("no-page-"));
  }

  private static Set<String> operations() {
    Scrape scrape = deployment.gateway.scrape();
    return scrape.of("helium_http_requests_seconds_count", Map.of("kind", "page")).stream()
        .map(sample -> sample.labels().get("operation"))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static int asked(Browser browser) {
    return new JsonObject(browser.get(ProbePages.PAGE + "?ask=" + WORKSPACE + "s").body())
        .getInteger("asked");
  }

  private HttpResponse<String> submit(String method, String ask, String body) {
    return browser.post(
        ProbePages.PAGE,
        Map.of(
            "formToken",
            browser.who().getString("formToken"),
            "method",
            method,
            "ask",
            ask,
            "body",
            body));
  }

  private static JsonObject entry(String query, String operation) {
    await().until(() -> !of(query, operation).isEmpty());
    return of(query, operation).getFirst();
  }

  private static List<JsonObject> of(String query, String operation) {
    return entries(query).stream()
        .filter(entry -> entry.getString("Operation").equals(operation))
        .toList();
  }

  private static List<JsonObject> entries(String query) {
    return json(deployment.client.get("/v1/api/audit" + query)).getJsonArray("Audit").stream()
        .map(JsonObject.class::cast)
        .toList();
  }
}
