package dev.helium.gateway;

import static dev.helium.gateway.Browser.cookie;
import static dev.helium.gateway.Browser.location;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.gateway.identity.SigningIssuer;
import dev.helium.gateway.identity.TestClock;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Signing in at an issuer that speaks real HTTP, and may say anything. */
class IssuerSignInTest {
  private static final String SESSION = "helium";
  private static final String UNDER_WAY = "helium-sign-in";
  private static final String START = "/sign-in/start?next=/list";

  @TempDir static Path directory;
  private static final TestClock CLOCK = new TestClock();
  private static SigningIssuer issuer;
  private static TestGateway gateway;

  private Browser browser;

  @BeforeAll
  static void start() {
    issuer = new SigningIssuer(CLOCK);
    gateway = gateway(issuer, Map.of("HELIUM_CLIENT_SECRET", SigningIssuer.SECRET));
  }

  @AfterAll
  static void stop() {
    gateway.close();
    issuer.close();
  }

  @BeforeEach
  void open() {
    issuer.lie = claims -> {};
    issuer.instead = null;
    browser = new Browser(gateway.port());
  }

  @Test
  void whoeverComesBackIsWhomTheIssuerNamesInTheRoleOfTheirGroups() {
    // given
    HttpResponse<String> sent = browser.get(START);
    Map<String, String> asked = SigningIssuer.asked(location(sent));
    // when
    HttpResponse<String> back =
        browser.get(issuer.signIn(location(sent), "ada@example.com", "staff", "ops"));
    // then
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(location(sent)).startsWith(issuer.address() + "/authorize?from=discovery&");
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", SigningIssuer.CLIENT)
        .containsEntry("scope", "email openid profile")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", "http://127.0.0.1:" + gateway.port() + "/sign-in/callback");
    assertThat(cookie(sent, UNDER_WAY))
        .contains("HTTPOnly")
        .contains("SameSite=Lax")
        .contains("Max-Age=600")
        .doesNotContain(asked.get("state"));
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(location(back)).isEqualTo("/list");
    assertThat(browser.cookies).doesNotContainKey(UNDER_WAY);
    assertThat(browser.who().getString("name")).isEqualTo("ada@example.com");
    assertThat(browser.who().getString("role")).isEqualTo("operator");
    assertThat(browser.who().getBoolean("operates")).isTrue();
    assertThat(browser.who().getBoolean("administers")).isFalse();
    assertThat(browser.get(WORKSPACE).statusCode()).isEqualTo(503);
    assertThat(browser.get("/v1/api/audit").statusCode()).isEqualTo(403);
  }

  @Test
  void whoeverSignsOutIsSignedOutAtTheIssuerToo() {
    // given
    signIn(browser);
    Browser thief = browser.copy();
    // when
    HttpResponse<String> answer = browser.signOut();
    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("refresh").orElseThrow())
        .startsWith("0;url=" + issuer.address() + "/end?client_id=helium+web&")
        .endsWith("%2Fsigned-out");
    assertThat(browser.isKnown()).isFalse();
    assertThat(thief.isKnown()).isFalse();
  }

  @Test
  void whoeverIsInNoGroupOfTheseIsToldSo() {
    // given, when
    HttpResponse<String> back =
        browser.get(issuer.signIn(location(browser.get(START)), "gus@example.com", "others"));
    // then
    assertThat(back.statusCode()).isEqualTo(403);
    assertThat(back.body()).contains("None of your groups has a role here");
    assertThat(browser.isKnown()).isFalse();
  }

  @Test
  void nobodyIsSentBackIntoAnothersBrowser() {
    // given
    String back = issuer.signIn(location(browser.get(START)), "eve@example.com", "staff");
    Browser victim = new Browser(gateway.port());
    Browser without = new Browser(gateway.port());
    victim.get(START);
    // when, then
    refuses(victim.get(back), victim);
    refuses(without.get(back), without);
    refuses(browser.get(back.replaceAll("state=.*", "state=x")), browser);
    assertThat(browser.cookies).doesNotContainKey(UNDER_WAY);
  }

  @Test
  void aCodeOfAnotherSignInIsWorthNothing() {
    // given what somebody else was given, brought into a sign-in of one's own
    String stolen = issuer.signIn(location(browser.get(START)), "ada@example.com", "ops");
    Browser thief = new Browser(gateway.port());
    String own = issuer.signIn(location(thief.get(START)), "eve@example.com", "staff");
    // when
    HttpResponse<String> back =
        thief.get(own.replaceAll("code=[^&]*", stolen.replaceAll(".*(code=[^&]*).*", "$1")));
    // then
    refuses(back, thief);
  }

  @Test
  void nobodyComesBackTwice() {
    // given
    String back = issuer.signIn(location(browser.get(START)), "ada@example.com", "staff");
    Browser thief = browser.copy();
    assertThat(browser.get(back).statusCode()).isEqualTo(303);
    int asked = issuer.asked.get();
    // when, then
    refuses(thief.get(back), thief);
    assertThat(browser.get(back).statusCode()).isEqualTo(401);
    assertThat(issuer.asked).hasValue(asked);
    assertThat(browser.isKnown()).isTrue();
  }

  @Test
  void whoComesBackTooLateBeginsAgain() {
    // given
    String back = issuer.signIn(location(browser.get(START)), "ada@example.com", "staff");
    // when
    CLOCK.goOn(Duration.ofMinutes(10));
    // then
    refuses(browser.get(back), browser);
  }

  @Test
  void whatTheIssuerSaysInsteadIsNotRepeated() {
    // given
    String back = issuer.signIn(location(browser.get(START)), "ada@example.com", "staff");
    // when
    HttpResponse<String> answer =
        browser.get(
            back.replaceAll("code=[^&]*", "error=access_denied&error_description=%3Cb%3Ehi"));
    // then
    refuses(answer, browser);
    assertThat(answer.body()).doesNotContain("<b>").doesNotContain("access_denied");
  }

  @Test
  void anAnswerOfAnotherIssuerIsNone() {
    // given
    String back = issuer.signIn(location(browser.get(START)), "ada@example.com", "staff");
    // when, then
    refuses(browser.get(back + "&iss=https%3A%2F%2Fevil.example"), browser);
    // and where this one says so, it counts
    String other = issuer.signIn(location(browser.get(START)), "ada@example.com", "staff");
    assertThat(browser.get(other + "&iss=" + issuer.address()).statusCode()).isEqualTo(303);
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("a nonce of another sign-in", claims -> claims.setStringClaim("nonce", "another")),
        lie("no nonce", claims -> claims.unsetClaim("nonce")),
        lie("another audience", claims -> claims.setAudience("another")),
        lie("several audiences", claims -> claims.setAudience(SigningIssuer.CLIENT, "another")),
        lie("another party", claims -> claims.setStringClaim("azp", "another")),
        lie("another issuer", claims -> claims.setIssuer("https://evil.example")),
        lie("no subject", claims -> claims.unsetClaim("sub")),
        lie("an end in the past", claims -> claims.setExpirationTimeMinutesInTheFuture(-1e7f)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void aTokenThatIsNotForThisSignInIsRefused(String name, Consumer<JwtClaims> lie) {
    // given
    issuer.lie = lie;
    // when
    HttpResponse<String> back =
        browser.get(issuer.signIn(location(browser.get(START)), "ada@example.com", "staff"));
    // then
    assertThat(back.statusCode()).as(name).isEqualTo(401);
    assertThat(browser.isKnown()).isFalse();
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        answer("a fault", request -> request.response().setStatusCode(500).end("{}")),
        answer("no JSON", request -> request.response().end("<html>")),
        answer("no token", request -> request.response().end("{}")),
        answer("a number", request -> request.response().end("{\"id_token\":7}")),
        answer(
            "too much",
            request -> request.response().end("{\"id_token\":\"" + "a".repeat(300_000) + "\"}")),
        answer(
            "too much of a refusal",
            request -> request.response().setStatusCode(400).end("a".repeat(300_000))),
        answer(
            "that it does not know the client",
            request -> request.response().setStatusCode(401).end("{\"error\":\"invalid_client\"}")),
        answer(
            "elsewhere",
            request ->
                request
                    .response()
                    .setStatusCode(307)
                    .putHeader("location", "http://127.0.0.1:1/")
                    .end()),
        answer("nothing", request -> request.connection().close()),
        answer("nothing for long", request -> {}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void anIssuerThatAnswersOtherwiseLetsNobodyIn(String name, Consumer<HttpServerRequest> answer) {
    // given
    issuer.instead = answer;
    // when
    HttpResponse<String> back =
        browser.get(issuer.signIn(location(browser.get(START)), "ada@example.com", "staff"));
    // then
    assertThat(back.statusCode()).as(name).isEqualTo(503);
    assertThat(back.headers().firstValue("retry-after")).isPresent();
    assertThat(browser.isKnown()).isFalse();
  }

  @Test
  void otherClientsOfTheIssuerProveThemselvesOtherwise() {
    // given one without a secret, and one whose issuer wants it in the form
    try (SigningIssuer other = new SigningIssuer(CLOCK);
        TestGateway open = gateway(other, Map.of())) {
      assertSignsIn(open, other);
      other.wantsSecretInForm();
      try (TestGateway inForm =
          gateway(other, Map.of("HELIUM_CLIENT_SECRET", SigningIssuer.SECRET))) {
        assertSignsIn(inForm, other);
      }
    }
  }

  @Test
  void nobodyHasTheIssuerAskedAtWill() {
    // given
    try (TestGateway slow =
        gateway(
            issuer,
            Map.of("HELIUM_CLIENT_SECRET", SigningIssuer.SECRET, "HELIUM_RATE_SIGN_INS", "1/4"))) {
      Browser other = new Browser(slow.port());
      int asked = issuer.asked.get();
      // when
      for (int round = 0; round < 10; round++) {
        String back = issuer.signIn(location(other.get(START)), "eve@example.com", "staff");
        other.get(back.replaceAll("code=[^&]*", "code=guess"));
      }
      // then
      assertThat(issuer.asked.get() - asked).isBetween(4, 6);
    }
  }

  private static void assertSignsIn(TestGateway at, SigningIssuer with) {
    Browser other = new Browser(at.port());
    assertThat(
            other
                .get(with.signIn(location(other.get(START)), "ada@example.com", "staff"))
                .statusCode())
        .isEqualTo(303);
    assertThat(other.who().getString("role")).isEqualTo("user");
  }

  private static void signIn(Browser browser) {
    browser.get(issuer.signIn(location(browser.get(START)), "ada@example.com", "staff"));
    assertThat(browser.isKnown()).isTrue();
  }

  private static void refuses(HttpResponse<String> answer, Browser browser) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(cookie(answer, SESSION)).isEmpty();
    assertThat(browser.isKnown()).isFalse();
  }

  private static Arguments lie(String name, Consumer<JwtClaims> lie) {
    return Arguments.of(name, lie);
  }

  private static Arguments answer(String name, Consumer<HttpServerRequest> answer) {
    return Arguments.of(name, answer);
  }

  /** Once it knows where the issuer is asked for what. */
  private static TestGateway gateway(SigningIssuer trusted, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("HELIUM_OIDC_ISSUER", trusted.address().toString());
    variables.put("HELIUM_CLIENT_ID", SigningIssuer.CLIENT);
    variables.put("HELIUM_OIDC_ROLES", "ops=operator,staff=user");
    variables.putAll(more);
    TestGateway started = TestGateway.start(GatewayWithoutLog.NOWHERE, directory, variables, CLOCK);
    await().until(() -> new Browser(started.port()).get(START).statusCode() == 303);
    return started;
  }
}
