package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.workspace;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens of a file, which come and go while the gateway runs. */
@ExtendWith(SharedDeployment.class)
final class TokensTest {
  private static People people;
  private static TestDeployment deployment;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    people = shared.people;
  }

  @Test
  void aTokenCountsFromWhenItIsWrittenDownUntilItIsStruckOut() {
    // given
    String token = people.give("ada", "viewer");
    Client client = deployment.client.with(token);
    KnownTokens.await(client);
    assertThat(client.get(WORKSPACE + "s").statusCode()).isEqualTo(200);
    // when
    people.forget(token);
    // then
    KnownTokens.awaitUnknown(client);
    assertThat(json(client.get(WORKSPACE + "s")).getString("detail"))
        .isEqualTo("The token is not the right one.");
    // and the development token is none of them
    assertThat(deployment.client.get(WORKSPACE + "s").statusCode()).isEqualTo(200);
  }

  @Test
  void aFileThatCannotBeUsedLeavesThingsAsTheyAreAndIsSeen() {
    // given
    Client client = deployment.client.with(people.give("eve", "viewer"));
    KnownTokens.await(client);
    // when
    people.write("{\"tokens\": [{\"id\": \"x\"}]}");
    // then
    await().atMost(Duration.ofSeconds(60)).until(() -> unusable() == 1);
    assertThat(deployment.gateway.health.isReady("tokens")).isTrue();
    assertThat(client.get(WORKSPACE + "s").statusCode()).isEqualTo(200);
    // when
    people.write(people.content());
    // then
    await().atMost(Duration.ofSeconds(60)).until(() -> unusable() == 0);
    assertThat(client.get(WORKSPACE + "s").statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenCountsUntilItExpires() {
    // given
    JsonObject past = new JsonObject().put("expires", Instant.now().minusSeconds(1).toString());
    JsonObject future = new JsonObject().put("expires", Instant.now().plusSeconds(900).toString());
    Client late = deployment.client.with(people.give("kim", "viewer", past));
    Client inTime = deployment.client.with(people.give("kim", "viewer", future));
    // when
    KnownTokens.await(inTime);
    HttpResponse<String> expired = late.get(WORKSPACE + "s");
    // then
    assertThat(expired.statusCode()).isEqualTo(401);
    assertThat(json(expired).getString("detail")).isEqualTo("The token has expired.");
    assertThat(inTime.get(WORKSPACE + "s").statusCode()).isEqualTo(200);
  }

  @Test
  void adminsSeeWhoHasWhichTokenAndNothingToRecogniseItBy() {
    // given
    JsonObject past = new JsonObject().put("expires", "2020-01-01T00:00:00Z");
    String old = people.give("old", "viewer", past);
    String token = people.give("lou", "operator", "inspect", "read");
    KnownTokens.await(deployment.client.with(token));
    // when
    HttpResponse<String> answer = deployment.client.get("/v1/api/tokens");
    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonObject shown = shown(answer, token);
    assertThat(shown.getString("Name")).isEqualTo("lou");
    assertThat(shown.getString("Role")).isEqualTo("operator");
    assertThat(shown.getJsonArray("Scopes")).containsExactly("read", "inspect");
    assertThat(shown.containsKey("Expires")).isFalse();
    assertThat(shown.getBoolean("Expired")).isFalse();
    assertThat(shown(answer, old).getString("Expires")).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(shown(answer, old).getBoolean("Expired")).isTrue();
    assertThat(json(answer).getBoolean("DevelopmentToken")).isTrue();
    assertThat(answer.body())
        .doesNotContain(token)
        .doesNotContain(People.sha256(token))
        .doesNotContain(People.sha256(token).substring(0, 16));
  }

  @Test
  void whomAProxyNamesMayDoNoMoreThanUsersAndNoMoreThanItsToken() {
    // given
    Client proxy = deployment.client.with(people.give("proxy", "admin"));
    Client reader = deployment.client.with(people.give("reader", "viewer"));
    KnownTokens.await(reader);
    String body = "{\"name\":\"proxied\"}";
    // when, then
    assertThat(create(proxy, body, "ann@example.com").statusCode()).isEqualTo(202);
    assertThat(create(proxy, body, "bob@example.com").statusCode()).isEqualTo(403);
    assertThat(create(reader, body, "ann@example.com").statusCode()).isEqualTo(403);
    assertThat(workspace(reader.get(WORKSPACE + "/proxied")).getString("CreatedBy"))
        .isEqualTo("ann@example.com");
    assertThat(proxy.delete(WORKSPACE + "/proxied").statusCode()).isEqualTo(202);
  }

  private static HttpResponse<String> create(Client client, String body, String person) {
    return client.send(
        client
            .request(WORKSPACE + "?wait=decided")
            .header("gap-auth", person)
            .header("content-type", JSON)
            .POST(BodyPublishers.ofString(body)));
  }

  private static JsonObject shown(HttpResponse<String> answer, String token) {
    return json(answer).getJsonArray("Tokens").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("ID").equals(People.id(token)))
        .findFirst()
        .orElseThrow();
  }

  private static double unusable() {
    return deployment.gateway.meters.get("helium.tokens.unusable").gauge().value();
  }
}
