package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.workspace;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.helium.browser.Chromium;
import dev.helium.browser.Programs;
import dev.helium.browser.Tab;
import dev.helium.browser.junit.RealBrowser;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A gateway that trusts a real issuer. */
@ExtendWith(SharedDeployment.class)
final class KeycloakTest {
  private static final String REALM = "helium-test";
  private static final String FOREIGN = "elsewhere";
  private static final String CLIENT = "helium-cli";
  private static final String PUBLIC = "http://helium.test";

  private static Keycloak keycloak;
  private static TestDeployment deployment;
  private static TestGateway gateway;

  @BeforeAll
  static void start(TestDeployment shared) {
    keycloak = Keycloak.start(REALM, FOREIGN);
    deployment = shared;
    gateway = shared.another(trusting());
    keycloak.awaitAnswer(REALM, FOREIGN);
    await().until(() -> get(token("ada")).statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    keycloak.close();
    gateway.close();
  }

  @Test
  void whoeverSignsInMakesWorkspacesOfTheirOwn() {
    // given
    Client ada = client(token("ada"));
    Client otto = client(token("otto"));
    // when
    HttpResponse<String> made =
        ada.post(WORKSPACE + "?wait=decided", JSON, "{\"name\":\"signed-adas\"}");
    // then
    assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
    assertThat(workspace(otto.get(WORKSPACE + "/signed-adas")).getString("CreatedBy"))
        .isEqualTo("ada@example.com");
    // and their groups say what else they may do
    assertThat(ada.get("/v1/api/orphans").statusCode()).isEqualTo(403);
    assertThat(otto.delete(WORKSPACE + "/signed-adas").statusCode()).isEqualTo(202);
  }

  @Test
  void nobodySpeaksForOthersWithATokenOfTheirOwn() {
    // given
    Client ada = client(token("ada"));
    // when
    ada.send(
        ada.request(WORKSPACE + "?wait=decided")
            .header("gap-auth", "bob@example.com")
            .header("content-type", JSON)
            .POST(BodyPublishers.ofString("{\"name\":\"not-bobs\"}")));
    // then
    assertThat(workspace(ada.get(WORKSPACE + "/not-bobs")).getString("CreatedBy"))
        .isEqualTo("ada@example.com");
  }

  @Test
  void whoeverIsInNoGroupOfTheseIsNotLetIn() {
    // when
    HttpResponse<String> answer = get(token("gus"));
    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).getString("detail")).startsWith("None of your groups has a role here");
  }

  @Test
  void aTokenForAnotherAudienceIsRefused() {
    assertRefused(keycloak.token(REALM, "another-cli", "ada"), "for another audience");
  }

  @Test
  void aTokenOfAnotherRealmIsRefused() {
    assertRefused(keycloak.token(FOREIGN, CLIENT, "ada"), "a key that the issuer does not have");
  }

  @Test
  void aTokenThatHasExpiredIsRefused() {
    // given a gateway whose clock is ahead
    InstantSource ahead = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(20));
    try (TestGateway other =
        TestGateway.start(GatewayWithoutLog.NOWHERE, deployment.directory, trusting(), ahead)) {
      String token = token("ada");
      Client client = other.client().with(token);
      // when, then
      await().until(() -> client.get(WORKSPACE + "s").statusCode() == 401);
      assertThat(json(client.get(WORKSPACE + "s")).getString("detail"))
          .isEqualTo("The token has expired.");
      assertThat(get(token).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void thePublicKeyOfTheRealmSignsNothing() throws Exception {
    // given
    String[] parts = token("ada").split("\\.", -1);
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    for (JsonWebKey key : new JsonWebKeySet(keycloak.keys(REALM)).getJsonWebKeys()) {
      JsonWebSignature signature = new JsonWebSignature();
      signature.setPayload(payload);
      signature.setKey(new HmacKey(key.getKey().getEncoded()));
      signature.setKeyIdHeaderValue(key.getKeyId());
      signature.setAlgorithmHeaderValue("HS256");
      // when, then
      assertRefused(signature.getCompactSerialization(), "not signed by an algorithm");
    }
  }

  @Test
  void aTokenWithoutASignatureIsRefused() {
    // given
    String[] parts = token("ada").split("\\.", -1);
    JsonObject header =
        new JsonObject(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8));
    String unsigned =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(header.put("alg", "none").encode().getBytes(StandardCharsets.UTF_8));
    // when, then
    assertRefused(unsigned + "." + parts[1] + ".", "not signed by an algorithm");
    assertRefused(parts[0] + "." + parts[1] + ".", "not signed by the issuer");
  }

  @Test
  void whoeverSignsInWithABrowserIsWhoTheyAreAndCanSignOutAgain() {
    // given
    Browser browser = new Browser(gateway.port());
    // when
    String back =
        keycloak.signIn(Browser.location(browser.get("/sign-in/start?next=/list")), "otto");
    HttpResponse<String> answer = browser.get(back.substring("http://helium.test".length()));
    // then
    assertThat(back).startsWith("http://helium.test/sign-in/callback?");
    assertThat(Browser.location(answer)).isEqualTo("/list");
    assertThat(browser.who().getString("name")).isEqualTo("otto@example.com");
    assertThat(browser.who().getString("role")).isEqualTo("operator");
    assertThat(browser.get("/v1/api/orphans").statusCode()).isEqualTo(200);
    // and whoever is in no group of these is not
    Browser other = new Browser(gateway.port());
    String refused = keycloak.signIn(Browser.location(other.get("/sign-in/start")), "gus");
    assertThat(other.get(refused.substring("http://helium.test".length())).statusCode())
        .isEqualTo(403);
    // and the issuer knows where people are sent who sign out
    String end = browser.signOut().headers().firstValue("refresh").orElseThrow();
    assertThat(keycloak.visit(end.substring("0;url=".length())))
        .startsWith("http://helium.test/signed-out");
    assertThat(browser.isKnown()).isFalse();
  }

  @Test
  @ExtendWith(RealBrowser.class)
  void aRealBrowserGoesToTheRealmAndComesBackSignedIn() {
    // given pages where the realm expects them
    try (TestGateway seen = deployment.anotherWithPages(trusting());
        Chromium chromium =
            Chromium.start(
                Programs.chromium().orElseThrow(),
                "--host-resolver-rules=MAP helium.test 127.0.0.1:" + seen.port(),
                // As it would be with TLS: browsers do less for others.
                "--unsafely-treat-insecure-origin-as-secure=" + PUBLIC)) {
      Tab tab = chromium.open(PUBLIC);
      // when
      Page page = tab.go("/list?scope=all");
      page.locator("a[href^='/sign-in/start']").click();
      page.locator("#username").fill("ada");
      page.locator("#password").fill("word-of-ada");
      page.locator("#kc-login").click();
      // then
      page.waitForURL(PUBLIC + "/list?scope=all");
      assertThat(page.locator("details.menu summary").textContent()).contains("ada@example.com");
      assertThat(page.locator("nav.sections a[href='/operate']").count()).isZero();
      // and when they sign out, the realm forgets them, too
      page.locator("details.menu summary").click();
      page.getByText("Sign out").click();
      // It asks once more, as nothing is kept here that would prove to it who signs out.
      page.locator("#kc-logout").click();
      page.waitForURL(PUBLIC + "/signed-out");
      tab.go("/list").locator("a[href^='/sign-in/start']").click();
      page.locator("#password").waitFor();
      tab.requireClean();
    }
  }

  @Test
  void newKeysOfTheRealmCountWithoutARestart() {
    // given
    String before = token("ada");
    // when
    keycloak.renewKeys(REALM);
    String after = token("ada");
    // then
    assertThat(after.substring(0, after.indexOf('.')))
        .isNotEqualTo(before.substring(0, before.indexOf('.')));
    await().until(() -> get(after).statusCode() == 200);
    assertThat(get(before).statusCode()).isEqualTo(200);
  }

  private static Map<String, String> trusting() {
    Map<String, String> variables = new HashMap<>();
    variables.put("HELIUM_OIDC_ISSUER", keycloak.issuer(REALM).toString());
    variables.put("HELIUM_OIDC_AUDIENCE", "helium");
    variables.put("HELIUM_OIDC_ROLES", "ops=operator,staff=user");
    variables.put("HELIUM_CLIENT_ID", "helium-web");
    variables.put("HELIUM_CLIENT_SECRET", "secret-of-helium-web");
    variables.put("HELIUM_PUBLIC_URL", PUBLIC);
    return variables;
  }

  private static void assertRefused(String token, String why) {
    HttpResponse<String> answer = get(token);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("www-authenticate"))
        .contains("Bearer realm=\"helium\", error=\"invalid_token\"");
    assertThat(json(answer).getString("detail")).contains(why);
  }

  private static HttpResponse<String> get(String token) {
    return client(token).get(WORKSPACE + "s");
  }

  private static Client client(String token) {
    return gateway.client().with(token);
  }

  private static String token(String user) {
    return keycloak.token(REALM, CLIENT, user);
  }
}
