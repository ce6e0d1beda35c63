package dev.helium.gateway;

import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often one may ask; there is no log, so what is let through is answered with 503. */
class RateLimitTest {
  /** Slow enough to be used up, however slow the machine is. */
  private static final Map<String, String> SLOW =
      Map.of(
          "HELIUM_RATE_READS", "1/100",
          "HELIUM_RATE_CHANGES", "1/50",
          "HELIUM_RATE_SIGN_INS", "10/20");

  @TempDir static Path directory;
  private static TestGateway gateway;
  private static Client client;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start(GatewayWithoutLog.NOWHERE, directory, SLOW);
    client = gateway.client();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void everyAnswerSaysWhatIsLeft() {
    // given, when
    HttpResponse<String> first = as("first");
    HttpResponse<String> second = as("first");
    // then
    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("ratelimit-policy")).contains("\"reads\";q=100;w=100");
    assertThat(first.headers().firstValue("ratelimit")).contains("\"reads\";r=99;t=1");
    assertThat(second.headers().firstValue("ratelimit").orElseThrow()).contains("\"reads\";r=9");
  }

  @Test
  void whoReadsTooOftenIsToldWhenToComeBackAndOthersAreServed() {
    // given
    HttpResponse<String> answer = as("eager");
    for (int asked = 1; answer.statusCode() == 503 && asked < 10_000; asked++) {
      answer = as("eager");
    }
    // when, then
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("retry-after")).contains("1");
    assertThat(json(answer).getString("type")).isEqualTo("urn:helium:problem:rate-limited");
    assertThat(as("calm").statusCode()).isEqualTo(503);
    assertThat(change("eager").statusCode()).isEqualTo(503);
    assertThat(shed("rate")).isPositive();
  }

  @Test
  void changesAreCountedForThemselves() {
    // given
    HttpResponse<String> answer = change("changer");
    assertThat(answer.headers().firstValue("ratelimit-policy")).contains("\"changes\";q=50;w=50");
    // when
    for (int asked = 1; answer.statusCode() == 503 && asked < 10_000; asked++) {
      answer = change("changer");
    }
    // then
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(as("changer").statusCode()).isEqualTo(503);
  }

  @Test
  void tokensCannotBeGuessedAtSpeedAndARightOneIsNoGuessWhateverIsAnswered() {
    // given
    assertThat(as("known").statusCode()).isEqualTo(503);
    for (int number = 0; number < 60; number++) {
      assertThat(inAnotherSpelling(number).statusCode()).isEqualTo(503);
    }
    HttpResponse<String> answer = guess(0);
    int refused = 0;
    for (int guessed = 1; answer.statusCode() == 401 && guessed < 10_000; guessed++) {
      refused = guessed;
      answer = guess(guessed);
    }
    // when, then
    assertThat(refused).isBetween(20, 40);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("ratelimit-policy")).contains("\"sign-ins\";q=20;w=120");
    assertThat(as("known").statusCode()).isEqualTo(503);
    assertThat(client.send(client.bare(WORKSPACE)).statusCode()).isEqualTo(401);
    assertThat(shed("sign-in")).isPositive();
  }

  @Test
  void healthAndContractAreNotLimited() {
    // given, when, then
    for (int asked = 0; asked < 150; asked++) {
      assertThat(client.send(client.bare("/healthz")).statusCode()).isEqualTo(200);
    }
  }

  private static HttpResponse<String> as(String name) {
    return client.send(client.request(WORKSPACE).header("gap-auth", name));
  }

  private static HttpResponse<String> change(String name) {
    return client.send(
        client.request(WORKSPACE + "/a-workspace").header("gap-auth", name).DELETE());
  }

  private static HttpResponse<String> guess(int number) {
    return client.send(client.bare(WORKSPACE).header("authorization", "Bearer guess-" + number));
  }

  /** The right token, and yet a header that was not seen before. */
  private static HttpResponse<String> inAnotherSpelling(int number) {
    return client.send(
        client
            .bare(WORKSPACE + "/a-workspace")
            .header("authorization", "Bearer " + " ".repeat(number) + TestGateway.TOKEN)
            .header("gap-auth", "writer-" + number)
            .DELETE());
  }

  private static double shed(String reason) {
    return gateway.meters.get("helium.http.shed").tag("reason", reason).counter().count();
  }
}
