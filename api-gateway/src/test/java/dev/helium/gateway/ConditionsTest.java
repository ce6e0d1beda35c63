package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.errors;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.Readiness;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedDeployment.class)
class ConditionsTest {
  private static TestDeployment deployment;
  private static Client client;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    client = deployment.client;
  }

  @Test
  void anAnswerThatIsHeldIsNotSentAgain() {
    // given
    ready("held");
    String tag = tag("held");
    // when
    HttpResponse<String> again = get("held", tag);
    // then
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.headers().firstValue("etag")).contains(tag);
    assertThat(get("held", "\"other\", W/" + tag).statusCode()).isEqualTo(304);
    assertThat(get("held", "*").statusCode()).isEqualTo(304);
    assertThat(get("held", "\"other\"").statusCode()).isEqualTo(200);
    assertThat(get("unheard-of", "*").statusCode()).isEqualTo(404);
  }

  @Test
  void whateverIsShownOtherwiseHasAnotherTag() {
    // given
    ready("changing");
    String before = tag("changing");
    // when it is only seen otherwise
    deployment.provisioner.seen("changing", new Readiness.Unknown());
    await().until(() -> get("changing", before).statusCode() == 200);
    // then
    assertThat(tag("changing")).isNotEqualTo(before);
  }

  @Test
  void anAnswerThatDependsOnTheHourIsSameOnlyWhenItIs() {
    // given
    create("new-one");
    // when
    HttpResponse<String> first = client.get(WORKSPACE + "/new-one");
    String tag = first.headers().firstValue("etag").orElseThrow();
    HttpResponse<String> second = get("new-one", tag);
    // then
    if (second.statusCode() == 200) {
      assertThat(second.body()).isNotEqualTo(first.body());
    } else {
      assertThat(second.statusCode()).isEqualTo(304);
    }
  }

  @Test
  void aChangeOfWhatWasReadIsMade() {
    // given
    ready("read-before");
    String tag = tag("read-before");
    // when what is seen of it changes, which nobody decided
    deployment.provisioner.seen("read-before", new Readiness.Unknown());
    await().until(() -> !tag("read-before").equals(tag));
    HttpResponse<String> answer = post("read-before/extend", "if-match", tag, later(3));
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
  }

  @Test
  void aChangeOfWhatSomebodyElseHasChangedIsRefused() {
    // given
    ready("contended");
    String tag = tag("contended");
    // when
    HttpResponse<String> first = post("contended/extend", "if-match", tag, later(3));
    HttpResponse<String> second = post("contended/extend", "if-match", tag, later(4));
    HttpResponse<String> update =
        post("", "if-match", tag, "{\"name\":\"contended\",\"helmVersion\":\"2\"}");
    HttpResponse<String> deletion =
        client.send(client.request(WORKSPACE + "/contended").header("if-match", tag).DELETE());
    // then
    assertThat(first.statusCode()).isEqualTo(202);
    for (HttpResponse<String> refused : List.of(second, update, deletion)) {
      assertThat(refused.statusCode()).isEqualTo(412);
      assertThat(json(refused).getString("type"))
          .isEqualTo("urn:helium:problem:precondition-failed");
    }
    // when it is read again
    String present = tag("contended");
    // then
    assertThat(post("contended/extend", "if-match", present, later(4)).statusCode()).isEqualTo(202);
  }

  @Test
  void whatIsToBeNewIsMadeOnce() {
    // given
    String body = "{\"name\":\"only-once\"}";
    // when
    HttpResponse<String> first = post("", "if-none-match", "*", body);
    HttpResponse<String> second = post("", "if-none-match", "*", body);
    // then
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(json(second).getString("detail")).contains("already");
    assertThat(deployment.provisioner.attempt("only-once")).isEqualTo(1);
  }

  @Test
  void whatMustBeThereIsNotMade() {
    assertThat(post("", "if-match", "*", "{\"name\":\"not-there\"}").statusCode()).isEqualTo(412);
    assertThat(post("not-there/retry", "if-match", "*", "").statusCode()).isEqualTo(404);
    assertThat(client.get(WORKSPACE + "/not-there").statusCode()).isEqualTo(404);
  }

  @Test
  void aTagThatNoWorkspaceEverHadIsRefusedAtOnce() {
    // given
    create("tagged");
    // then
    assertThat(post("tagged/extend", "if-match", "\"abc\"", later(3)).statusCode()).isEqualTo(412);
    assertThat(post("tagged/extend", "if-match", "W/" + tag("tagged"), later(3)).statusCode())
        .isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "\"a", "\"a\" \"b\"", "\"a\",", "* , \"a\"", "W/"})
  void aConditionThatIsNoneIsRefusedWithItsRule(String header) {
    // given
    create("strict");
    // when
    HttpResponse<String> change = post("strict/extend", "if-match", header, later(3));
    HttpResponse<String> read = get("strict", header);
    // then
    assertThat(change.statusCode()).isEqualTo(422);
    assertThat(errors(change)).singleElement().asString().startsWith("If-Match: ");
    assertThat(read.statusCode()).isEqualTo(422);
  }

  @Test
  void aRequestWithAKeyAndAConditionGetsItsAnswerAgain() {
    // given
    create("keyed");
    String tag = tag("keyed");
    Instant expiry = Instant.now().plusSeconds(4 * 86_400);
    // when
    HttpResponse<String> first = keyed(tag, expiry);
    HttpResponse<String> again = keyed(tag, expiry);
    // then
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.statusCode()).isEqualTo(202);
  }

  private static HttpResponse<String> keyed(String tag, Instant expiry) {
    return client.send(
        client
            .request(WORKSPACE + "/keyed/extend?wait=decided")
            .header("content-type", JSON)
            .header("if-match", tag)
            .header("idempotency-key", "conditional")
            .POST(BodyPublishers.ofString("{\"expiry\":\"" + expiry + "\"}")));
  }

  private static void create(String name) {
    client.post(WORKSPACE + "?wait=decided", JSON, "{\"name\":\"" + name + "\"}");
  }

  private static void ready(String name) {
    create(name);
    deployment.provisioner.applied(name, Map.of());
    deployment.provisioner.seen(name, new Readiness.Ready());
    await()
        .until(
            () ->
                Client.workspace(client.get(WORKSPACE + "/" + name))
                    .getString("Status")
                    .equals("ready"));
  }

  private static String later(int days) {
    return "{\"expiry\":\"" + Instant.now().plusSeconds(days * 86_400L) + "\"}";
  }

  private static String tag(String name) {
    return client.get(WORKSPACE + "/" + name).headers().firstValue("etag").orElseThrow();
  }

  private static HttpResponse<String> get(String name, String noneMatch) {
    return client.send(
        client.request(WORKSPACE + "/" + name).header("if-none-match", noneMatch).GET());
  }

  private static HttpResponse<String> post(String path, String header, String value, String body) {
    return client.send(
        client
            .request(WORKSPACE + (path.isEmpty() ? "" : "/" + path) + "?wait=decided")
            .header("content-type", JSON)
            .header(header, value)
            .POST(BodyPublishers.ofString(body)));
  }
}
