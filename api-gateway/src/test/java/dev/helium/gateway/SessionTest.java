package dev.helium.gateway;

import static dev.helium.gateway.Browser.cookie;
import static dev.helium.gateway.Browser.formToken;
import static dev.helium.gateway.Browser.location;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.gateway.identity.TestClock;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser keeps of a sign-in; there is no log, so whoever is known is answered with 503. */
class SessionTest {
  private static final String NAME = "helium";
  private static final String LIST = WORKSPACE + "s";
  private static final int KNOWN = 503;
  private static final int UNKNOWN = 401;

  @TempDir static Path directory;
  private static final TestClock CLOCK = new TestClock();
  private static People people;
  private static TestGateway gateway;

  private Browser browser;

  @BeforeAll
  static void start() {
    people = new People(directory);
    gateway = gateway(directory, Map.of());
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void open() {
    browser = new Browser(gateway.port());
  }

  @Test
  void whoeverSignsInWithATokenIsWhoHasItAndComesToWhereTheyWanted() {
    // given, when
    HttpResponse<String> answer = browser.signIn(TestGateway.TOKEN, "/list?status=ready");
    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/list?status=ready");
    assertThat(browser.who().getString("name")).isEqualTo("token");
    assertThat(browser.who().getString("role")).isEqualTo("admin");
    assertThat(browser.who().getBoolean("administers")).isTrue();
    assertThat(browser.who().getBoolean("canSignOut")).isTrue();
    // and the form is not shown to whoever is known
    assertThat(location(browser.get("/sign-in?next=/list"))).isEqualTo("/list");
  }

  @Test
  void noScriptReadsTheCookieAndNoOtherSiteHasItSent() {
    // given, when
    HttpResponse<String> answer = browser.signIn(TestGateway.TOKEN);
    // then
    assertThat(cookie(answer, NAME).toLowerCase(Locale.ROOT))
        .contains("; path=/")
        .contains("; httponly")
        .contains("; samesite=lax")
        .doesNotContain("domain")
        .doesNotContain("secure")
        .doesNotContain(TestGateway.TOKEN);
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
  }

  @Test
  void overTlsTheCookieIsOfThisHostAndNeverSentWithout() {
    // given
    try (TestGateway behindTls =
        gateway(directory, Map.of("HELIUM_PUBLIC_URL", "https://helium.example.com"))) {
      Browser other = new Browser(behindTls.port());
      // when
      HttpResponse<String> answer = other.signIn(TestGateway.TOKEN);
      // then
      assertThat(cookie(answer, "__Host-helium")).contains("Secure").contains("Path=/");
      assertThat(cookie(answer, NAME)).isEmpty();
      assertThat(other.isKnown()).isTrue();
      // and one of another name is none
      other.cookies.put(NAME, other.cookies.remove("__Host-helium"));
      assertThat(other.isKnown()).isFalse();
      // and forms are from there, too
      String form = formToken(other.get("/sign-in"));
      assertThat(
              other
                  .post(
                      "/sign-in",
                      Map.of("token", TestGateway.TOKEN, "formToken", form),
                      "origin",
                      "https://helium.example.com")
                  .statusCode())
          .isEqualTo(303);
    }
  }

  @Test
  void whatABrowserKeepsIsGoodForReadingTheApiAndForNothingElse() {
    // given
    browser.signIn(TestGateway.TOKEN);
    // when, then
    assertThat(browser.get(LIST).statusCode()).isEqualTo(KNOWN);
    assertThat(browser.delete(WORKSPACE + "/any").statusCode()).isEqualTo(UNKNOWN);
    assertThat(browser.post(WORKSPACE, Map.of("name", "any")).statusCode()).isEqualTo(UNKNOWN);
    // and a token counts before it, right or wrong
    assertThat(browser.get(LIST, "authorization", "Bearer not-right").statusCode())
        .isEqualTo(UNKNOWN);
    assertThat(browser.get(LIST, "authorization", "Basic eDp5").statusCode()).isEqualTo(UNKNOWN);
    assertThat(
            browser
                .delete(WORKSPACE + "/any", "authorization", "Bearer " + TestGateway.TOKEN)
                .statusCode())
        .isEqualTo(KNOWN);
  }

  @Test
  void whatIsUsedIsGivenAnewNowAndThenAndWhatIsNotEnds() {
    // given
    browser.signIn(TestGateway.TOKEN);
    Browser old = browser.copy();
    // when, then
    CLOCK.goOn(Duration.ofMinutes(14));
    assertThat(cookie(browser.get(LIST), NAME)).isEmpty();
    CLOCK.goOn(Duration.ofMinutes(2));
    assertThat(cookie(browser.get(LIST), NAME)).isNotEmpty();
    assertThat(browser.cookies.get(NAME)).isNotEqualTo(old.cookies.get(NAME));
    CLOCK.goOn(Duration.ofMinutes(110));
    assertThat(old.get(LIST).statusCode()).isEqualTo(UNKNOWN);
    assertThat(browser.get(LIST).statusCode()).isEqualTo(KNOWN);
    CLOCK.goOn(Duration.ofMinutes(121));
    assertThat(browser.get(LIST).statusCode()).isEqualTo(UNKNOWN);
    assertThat(browser.isKnown()).isFalse();
  }

  @Test
  void nobodyStaysSignedInForLongerThanTheLongest() {
    // given
    browser.signIn(TestGateway.TOKEN);
    // when
    for (int hour = 1; hour < 12; hour++) {
      CLOCK.goOn(Duration.ofHours(1));
      assertThat(browser.get(LIST).statusCode()).as("hour " + hour).isEqualTo(KNOWN);
    }
    CLOCK.goOn(Duration.ofHours(1));
    // then
    assertThat(browser.get(LIST).statusCode()).isEqualTo(UNKNOWN);
  }

  @Test
  void signingOutEndsWhatWasCopiedToo() {
    // given
    browser.signIn(TestGateway.TOKEN);
    Browser thief = browser.copy();
    Browser another = new Browser(gateway.port());
    another.signIn(TestGateway.TOKEN);
    // when
    HttpResponse<String> answer = browser.signOut();
    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/signed-out");
    assertThat(browser.cookies).doesNotContainKey(NAME);
    assertThat(browser.get("/signed-out").statusCode()).isEqualTo(200);
    assertThat(thief.get(LIST).statusCode()).isEqualTo(UNKNOWN);
    assertThat(thief.isKnown()).isFalse();
    assertThat(another.isKnown()).isTrue();
  }

  @Test
  void nobodyIsSignedOutByAnotherSite() {
    // given
    browser.signIn(TestGateway.TOKEN);
    String form = browser.who().getString("formToken");
    // when, then
    assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
    assertThat(browser.post("/sign-out", Map.of("formToken", "x")).statusCode()).isEqualTo(403);
    assertThat(
            browser
                .post("/sign-out", Map.of("formToken", form), "sec-fetch-site", "cross-site")
                .statusCode())
        .isEqualTo(403);
    assertThat(browser.isKnown()).isTrue();
  }

  @Test
  void whoSignsInAnewIsInAnotherSessionThanBefore() {
    // given a session that somebody else knows
    browser.signIn(TestGateway.TOKEN);
    Browser attacker = browser.copy();
    browser.cookies.remove(NAME);
    String form = formToken(browser.get("/sign-in"));
    browser.cookies.put(NAME, attacker.cookies.get(NAME));
    // when
    browser.post("/sign-in", Map.of("token", TestGateway.TOKEN, "formToken", form));
    attacker.signOut();
    // then
    assertThat(attacker.isKnown()).isFalse();
    assertThat(browser.isKnown()).isTrue();
  }

  @Test
  void aSessionEndsWithTheTokenThatItBeganWith() {
    // given
    String token = people.give("sue", "user");
    await().until(() -> browser.signIn(token).statusCode() == 303);
    assertThat(browser.who().getString("role")).isEqualTo("user");
    // when
    people.forget(token);
    // then
    await().until(() -> browser.get(LIST).statusCode() == UNKNOWN);
    assertThat(browser.isKnown()).isFalse();
  }

  @Test
  void whatWasChangedOrIsOfElsewhereIsNoSession() {
    // given
    browser.signIn(TestGateway.TOKEN);
    String right = browser.cookies.get(NAME);
    String form = browser.who().getString("formToken");
    Path elsewhere = directory.resolve("elsewhere");
    assertThat(elsewhere.toFile().mkdir()).isTrue();
    Browser foreign;
    try (TestGateway other = gateway(elsewhere, Map.of())) {
      foreign = new Browser(other.port());
      foreign.signIn(TestGateway.TOKEN);
    }
    // when, then
    for (int at = 0; at < right.length() - 1; at += 7) {
      char other = right.charAt(at) == 'A' ? 'B' : 'A';
      String changed = right.substring(0, at) + other + right.substring(at + 1);
      browser.cookies.put(NAME, changed);
      assertThat(browser.get(LIST).statusCode()).as(changed).isEqualTo(UNKNOWN);
    }
    for (String wrong :
        new String[] {form, foreign.cookies.get(NAME), "", "x", "a".repeat(4_500), "%00", "{}"}) {
      browser.cookies.put(NAME, wrong);
      assertThat(browser.get(LIST).statusCode()).as(wrong).isEqualTo(UNKNOWN);
      assertThat(browser.isKnown()).as(wrong).isFalse();
    }
    browser.cookies.put(NAME, right);
    assertThat(browser.isKnown()).isTrue();
  }

  @Test
  void aWrongTokenIsToldNothingMoreThanThatItIsWrong() {
    // given
    String expired =
        people.give(
            "kim",
            "viewer",
            new JsonObject().put("expires", CLOCK.instant().minusSeconds(1).toString()));
    // when
    HttpResponse<String> unknown = browser.signIn("no-such-token-at-all");
    HttpResponse<String> late = browser.signIn(expired);
    HttpResponse<String> none = browser.signIn("");
    // then
    for (HttpResponse<String> answer : List.of(unknown, late, none)) {
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body())
          .contains("Nobody can sign in with this token.")
          .doesNotContain("no-such-token-at-all")
          .doesNotContain(expired);
      assertThat(cookie(answer, NAME)).isEmpty();
    }
    assertThat(browser.isKnown()).isFalse();
  }

  @Test
  void tokensCannotBeGuessedAtSpeedByTheFormNorByPages() {
    // given
    try (TestGateway slow = gateway(directory, Map.of("HELIUM_RATE_SIGN_INS", "1/5"))) {
      Browser other = new Browser(slow.port());
      assertThat(other.signIn(TestGateway.TOKEN).statusCode()).isEqualTo(303);
      other.cookies.clear();
      // when
      int first = 0;
      while (first < 50 && other.signIn("wrong-" + first).statusCode() == 401) {
        first++;
      }
      // then
      assertThat(first).isBetween(5, 7);
      assertThat(other.signIn("wrong").statusCode()).isEqualTo(429);
      assertThat(other.get(ProbePages.PAGE, "authorization", "Bearer wrong").statusCode())
          .isEqualTo(429);
      assertThat(other.signIn(TestGateway.TOKEN).statusCode()).isEqualTo(303);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "\\evil.example",
        "/\t/evil.example",
        "/ok\r\nset-cookie: a=b",
        "javascript:alert(1)",
        "evil.example",
        "/sign-out",
        "/sign-in?next=/",
        "/ü",
        ""
      })
  void nobodyIsSentElsewhereAfterSigningIn(String next) {
    // given, when
    HttpResponse<String> answer = browser.signIn(TestGateway.TOKEN, next);
    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/");
  }

  @Test
  void nobodyHasAnothersBrowserSignInAsWhomTheyChoose() {
    // given
    String form = formToken(browser.get("/sign-in"));
    Browser victim = new Browser(gateway.port());
    victim.get("/sign-in");
    Browser withoutCookie = new Browser(gateway.port());
    Map<String, String> fields = Map.of("token", TestGateway.TOKEN, "formToken", form);
    // when, then
    assertThat(victim.post("/sign-in", fields).statusCode()).isEqualTo(403);
    assertThat(withoutCookie.post("/sign-in", fields).statusCode()).isEqualTo(403);
    assertThat(browser.post("/sign-in", Map.of("token", TestGateway.TOKEN)).statusCode())
        .isEqualTo(403);
    assertThat(browser.post("/sign-in", fields, "sec-fetch-site", "same-site").statusCode())
        .isEqualTo(403);
    assertThat(browser.post("/sign-in", fields, "origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    CLOCK.goOn(Duration.ofHours(13));
    assertThat(browser.post("/sign-in", fields).statusCode()).isEqualTo(403);
    assertThat(browser.isKnown()).isFalse();
    assertThat(victim.isKnown()).isFalse();
  }

  @Test
  void aFormCountsOnlyFromWhomItWasShownToAndFromHere() {
    // given
    browser.signIn(TestGateway.TOKEN);
    Browser other = new Browser(gateway.port());
    other.signIn(TestGateway.TOKEN);
    String own = browser.who().getString("formToken");
    String anothers = other.who().getString("formToken");
    String here = "http://127.0.0.1:" + gateway.port();
    // when, then
    assertThat(submit(own)).isEqualTo(KNOWN);
    assertThat(submit(own, "origin", here)).isEqualTo(KNOWN);
    assertThat(submit(own, "sec-fetch-site", "same-origin", "origin", "null")).isEqualTo(KNOWN);
    assertThat(submit("")).isEqualTo(403);
    assertThat(submit(anothers)).isEqualTo(403);
    assertThat(submit(own, "sec-fetch-site", "cross-site")).isEqualTo(403);
    assertThat(submit(own, "sec-fetch-site", "none")).isEqualTo(403);
    assertThat(submit(own, "origin", "null")).isEqualTo(403);
    assertThat(submit(own, "origin", "https://evil.example")).isEqualTo(403);
    assertThat(submit(own, "origin", here + ".evil.example")).isEqualTo(403);
  }

  @Test
  void whoComesThroughAProxyHasFormsOfTheirOwn() {
    // given
    String[] ann = {"authorization", "Bearer " + TestGateway.TOKEN, "gap-auth", "ann@example.com"};
    String[] bob = {"authorization", "Bearer " + TestGateway.TOKEN, "gap-auth", "bob@example.com"};
    JsonObject page = new JsonObject(browser.get(ProbePages.PAGE, ann).body());
    // when, then
    assertThat(page.getString("name")).isEqualTo("ann@example.com");
    assertThat(page.getString("role")).isEqualTo("user");
    assertThat(page.getBoolean("canSignOut")).isFalse();
    assertThat(submit(page.getString("formToken"), ann)).isEqualTo(KNOWN);
    assertThat(submit(page.getString("formToken"), bob)).isEqualTo(403);
    assertThat(submit("", ann)).isEqualTo(403);
  }

  @Test
  void whoeverIsSaidByNobodyButTheirOwnHeaderIsNobody() {
    // given
    browser.signIn(TestGateway.TOKEN);
    // when, then
    assertThat(
            new JsonObject(browser.get(ProbePages.PAGE, "gap-auth", "eve@example.com").body())
                .getString("name"))
        .isEqualTo("token");
    browser.cookies.clear();
    assertThat(browser.get(ProbePages.PAGE, "gap-auth", "eve@example.com").statusCode())
        .isEqualTo(303);
    assertThat(browser.get(LIST, "helium-pass", "x").statusCode()).isEqualTo(UNKNOWN);
  }

  @Test
  void peopleAreToldInAPageWhatIsWrongAndProgramsInADocument() {
    // given, when
    HttpResponse<String> page = browser.get("/nothing-here", "accept", "text/html,*/*");
    HttpResponse<String> document = browser.get("/nothing-here");
    HttpResponse<String> api = browser.get(LIST + "/nothing/here/at/all", "accept", "text/html");
    // then
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
    assertThat(document.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(api.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(browser.get(LIST, "accept", "text/html").headers().firstValue("content-type"))
        .contains("application/problem+json");
  }

  @Test
  void pagesCanBeLeftAway() {
    // given
    try (TestGateway without = gateway(directory, Map.of("HELIUM_PAGES", "off"))) {
      browser.signIn(TestGateway.TOKEN);
      Browser other = new Browser(without.port());
      other.cookies.putAll(browser.cookies);
      // when, then
      assertThat(other.get("/sign-in").statusCode()).isEqualTo(404);
      assertThat(other.get(ProbePages.PAGE).statusCode()).isEqualTo(404);
      assertThat(other.get(LIST).statusCode()).isEqualTo(UNKNOWN);
      assertThat(other.get("/none", "accept", "text/html").headers().firstValue("content-type"))
          .contains("application/problem+json");
    }
  }

  @Test
  void whereNobodyIsAskedEverybodyLooksAtPages() {
    // given
    try (TestGateway open =
        gateway(directory, Map.of("HELIUM_AUTH", "off", "HELIUM_TOKEN_FILE", ""))) {
      Browser other = new Browser(open.port());
      // when, then
      assertThat(other.who().getString("name")).isEqualTo("anonymous");
      assertThat(other.who().getBoolean("canSignOut")).isFalse();
      assertThat(location(other.get("/sign-in?next=/list"))).isEqualTo("/list");
      assertThat(other.get(ProbePages.PAGE + "?ask=" + LIST).body()).contains("\"asked\":503");
    }
  }

  private int submit(String formToken, String... headers) {
    return browser
        .post(
            ProbePages.PAGE,
            Map.of("formToken", formToken, "method", "DELETE", "ask", WORKSPACE + "/any-name"),
            headers)
        .statusCode();
  }

  private static TestGateway gateway(Path directory, Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(people.variables());
    variables.putAll(more);
    return TestGateway.start(GatewayWithoutLog.NOWHERE, directory, variables, CLOCK);
  }
}
