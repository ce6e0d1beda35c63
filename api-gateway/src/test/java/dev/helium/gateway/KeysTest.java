package dev.helium.gateway;

import static dev.helium.gateway.Client.FORM;
import static dev.helium.gateway.Client.errors;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.status;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same key of the same requester is one request. */
@ExtendWith(SharedDeployment.class)
class KeysTest {
  private static final String TAKEN =
      "Idempotency-Key: was used for another request in the last 24 hours; choose a new one";

  private static TestDeployment deployment;
  private static DecidingProvisioner provisioner;
  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    provisioner = deployment.provisioner;
    client = deployment.client;
  }

  @Test
  void theSameRequestIsDecidedOnceAndAnsweredAlike() {
    // given
    HttpResponse<String> first = post("", "name=once", "k-once");
    // when
    HttpResponse<String> again = post("", "name=once", "k-once");
    // then
    assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(json(client.get(WORKSPACE + "/once/events")).getLong("Count")).isEqualTo(1);
  }

  @Test
  void anotherRequestIsRefusedWhateverItAsksFor() {
    // given
    post("", "name=keys-taken", "k-taken");
    // then
    for (HttpResponse<String> answer :
        List.of(
            post("", "name=keys-taken-too", "k-taken"),
            post("", "name=keys-taken&helmVersion=2", "k-taken"),
            post("", "", "k-taken"),
            post("/keys-taken/retry", "", "k-taken"),
            post("/keys-taken/extend", "expiry=" + Instant.now().plusSeconds(99_999), "k-taken"),
            delete("keys-taken", "k-taken"))) {
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(errors(answer)).containsExactly(TAKEN);
    }
    assertThat(client.get(WORKSPACE + "/keys-taken-too").statusCode()).isEqualTo(404);
    assertThat(json(client.get(WORKSPACE + "/keys-taken/events")).getLong("Count")).isEqualTo(1);
  }

  @Test
  void ofDifferentRequestsAtOnceOneIsTaken() {
    // when
    List<CompletableFuture<HttpResponse<String>>> answers =
        IntStream.range(0, 12)
            .mapToObj(
                index ->
                    CompletableFuture.supplyAsync(
                        () -> post("", "name=rival-" + index, "k-rivals")))
            .toList();
    // then
    assertThat(answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
        .containsOnlyOnce(202)
        .containsOnly(202, 422);
  }

  @Test
  void aDeletionIsAnsweredAlikeAlsoWhenItIsOver() {
    // given
    post("", "name=ended", "k-ended-1");
    HttpResponse<String> first = delete("ended", "k-ended-2");
    provisioner.gone("ended");
    await().until(() -> client.get(WORKSPACE + "/ended").statusCode() == 404);
    // when
    HttpResponse<String> again = delete("ended", "k-ended-2");
    // then
    assertThat(status(first)).isEqualTo("deleting");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(delete("ended", "k-ended-3").statusCode()).isEqualTo(404);
  }

  @Test
  void aRefusalIsAnsweredAlike() {
    // given
    HttpResponse<String> first = post("/nobody-here/retry", "", "k-refused");
    // when
    post("", "name=nobody-here", "k-created");
    HttpResponse<String> again = post("/nobody-here/retry", "", "k-refused");
    // then
    assertThat(first.statusCode()).isEqualTo(404);
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(post("/nobody-here/retry", "", "k-fresh").statusCode()).isEqualTo(202);
  }

  @Test
  void theSameKeyOfSomebodyElseIsAnotherKey() {
    // given
    post("", "name=of-one", "k-shared");
    // when
    HttpResponse<String> other =
        client.send(
            keyed("", "k-shared")
                .header("gap-auth", "ann@example.com")
                .header("content-type", FORM)
                .POST(BodyPublishers.ofString("name=keys-of-another")));
    // then
    assertThat(other.statusCode()).isEqualTo(202);
  }

  @Test
  void aGatewayThatComesLaterKnowsTheKeysThatWereUsed() {
    // given
    post("", "name=before", "k-before");
    try (TestGateway later = deployment.another(Map.of())) {
      Client elsewhere = later.client();
      // when
      HttpResponse<String> other = post(elsewhere, "", "name=after", "k-before");
      HttpResponse<String> same = post(elsewhere, "", "name=before", "k-before");
      // then
      assertThat(errors(other)).containsExactly(TAKEN);
      assertThat(same.statusCode()).isEqualTo(202);
      assertThat(json(client.get(WORKSPACE + "/before/events")).getLong("Count")).isEqualTo(1);
    }
  }

  @Test
  void aKeyThatCannotBeOneIsRefusedEverywhere() {
    String key = "x".repeat(201);
    for (HttpResponse<String> answer :
        List.of(
            post("", "name=longish", key),
            post("/longish/retry", "", key),
            delete("longish", key))) {
      assertThat(errors(answer))
          .containsExactly("Idempotency-Key: must have 1 to 200 visible ASCII characters");
    }
  }

  private static HttpResponse<String> post(String path, String form, String key) {
    return post(client, path, form, key);
  }

  private static HttpResponse<String> post(Client to, String path, String form, String key) {
    return to.send(
        to.request(WORKSPACE + path)
            .header("idempotency-key", key)
            .header("content-type", FORM)
            .POST(BodyPublishers.ofString(form)));
  }

  private static HttpResponse<String> delete(String name, String key) {
    return client.send(keyed("/" + name, key).DELETE());
  }

  private static HttpRequest.Builder keyed(String path, String key) {
    return client.request(WORKSPACE + path).header("idempotency-key", key);
  }
}
