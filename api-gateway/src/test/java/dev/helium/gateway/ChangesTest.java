package dev.helium.gateway;

import static dev.helium.gateway.Client.FORM;
import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.errors;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.status;
import static dev.helium.gateway.Client.workspace;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Command;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDeployment.class)
class ChangesTest {
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
  void aWorkspaceIsGivenMoreTimeByFormAndByJson() {
    // given
    create("lasting");
    Instant first = Instant.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS);
    Instant second = first.plusSeconds(60);
    // when
    HttpResponse<String> byForm = extend("lasting", FORM, "expiry=" + first);
    HttpResponse<String> byJson =
        extend(
            "lasting",
            JSON,
            new JsonObject()
                .put("expiry", second.toString())
                .put("why", "the demo moved")
                .encode());
    // then
    assertThat(byForm.statusCode()).isEqualTo(202);
    assertThat(status(byForm)).isEqualTo("creating");
    assertThat(byForm.headers().firstValue("location")).contains(WORKSPACE + "/lasting");
    assertThat(byJson.statusCode()).isEqualTo(202);
    assertThat(expiry("lasting")).isEqualTo(second.toString());
    assertThat(provisioner.attempt("lasting")).isEqualTo(1);
    assertThat(client.get(WORKSPACE + "/lasting/events").body()).contains("the demo moved");
  }

  @Test
  void everyBrokenRuleOfAnExtensionIsNamed() {
    // given
    create("short");
    // then
    assertThat(errors(extend("short", FORM, ""))).containsExactly("expiry: must be given");
    assertThat(errors(client.post(WORKSPACE + "/short/extend")))
        .containsExactly("expiry: must be given");
    assertThat(
            errors(
                extend(
                    "short",
                    JSON,
                    new JsonObject()
                        .put("expiry", "soon")
                        .put("why", "x".repeat(501))
                        .put("whyy", "a slip")
                        .encode())))
        .containsExactlyInAnyOrder(
            "expiry: must be a date such as 2026-02-22, or an instant such as"
                + " 2026-02-22T15:04:05Z",
            "why: must have at most 500 characters",
            "whyy: is not a field; did you mean \"why\"?");
    assertThat(errors(extend("short", JSON, "{\"expiry\":7}")))
        .containsExactly("expiry: must be text");
    assertThat(errors(extend("short", FORM, "expiry=2026-01-01"))).hasSize(2);
    assertThat(extend("short", FORM, "expiry=2999-01-01").statusCode()).isEqualTo(422);
  }

  @Test
  void whatHasFailedIsTriedAgain() {
    // given
    create("failed-once");
    fail("failed-once");
    // when
    HttpResponse<String> answer = client.post(WORKSPACE + "/failed-once/retry");
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(status(answer)).isEqualTo("creating");
    assertThat(provisioner.attempt("failed-once")).isEqualTo(2);
  }

  @Test
  void whatIsBeingMadeIsStopped() {
    // given
    create("stopped");
    // when
    HttpResponse<String> answer = client.post(WORKSPACE + "/stopped/cancel", FORM, "");
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(status(answer)).isEqualTo("failed");
    assertThat(workspace(client.get(WORKSPACE + "/stopped")).getString("ReasonClass"))
        .isEqualTo("request");
    assertThat(client.post(WORKSPACE + "/stopped/cancel").statusCode()).isEqualTo(409);
  }

  @Test
  void whatTheStateDoesNotAllowIsAConflict() {
    // given
    create("steady");
    provisioner.applied("steady", Map.of());
    create("leaving");
    client.delete(WORKSPACE + "/leaving");
    // then
    assertThat(client.post(WORKSPACE + "/steady/retry").statusCode()).isEqualTo(409);
    assertThat(json(client.post(WORKSPACE + "/steady/retry")).getString("detail"))
        .isEqualTo("No attempt at the workspace has failed.");
    assertThat(client.post(WORKSPACE + "/steady/cancel").statusCode()).isEqualTo(409);
    assertThat(client.post(WORKSPACE + "/leaving/cancel").statusCode()).isEqualTo(409);
    assertThat(extend("leaving", FORM, "expiry=" + Instant.now().plusSeconds(99_999)).statusCode())
        .isEqualTo(409);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String path : List.of("/nobody/retry", "/nobody/cancel", "/NOBODY/retry")) {
      assertThat(client.post(WORKSPACE + path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(extend("nobody", FORM, "expiry=2026-12-24").statusCode()).isEqualTo(404);
  }

  @Test
  void whatNeedsNoFieldsTakesNone() {
    // given
    create("plain");
    // then
    assertThat(errors(client.post(WORKSPACE + "/plain/retry", FORM, "now=true")))
        .containsExactly("now: is not a field; there are none");
    assertThat(client.post(WORKSPACE + "/plain/cancel", "text/plain", "please").statusCode())
        .isEqualTo(415);
    assertThat(errors(client.post(WORKSPACE + "/plain/retry?wait=long")))
        .containsExactly("wait: must be decided or ready");
    assertThat(provisioner.commands())
        .noneMatch(
            command ->
                command instanceof Command.Cancel && command.workspace().value().equals("plain"));
  }

  @Test
  void oneMayWaitUntilWhatIsTriedAgainIsReady() {
    // given
    create("awaiting");
    fail("awaiting");
    // when
    HttpResponse<String> answer = client.post(WORKSPACE + "/awaiting/retry?wait=ready&timeout=1");
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(workspace(answer).getString("Status")).isEqualTo("creating");
  }

  private static void fail(String name) {
    Failure failure = new Failure(FailureKind.PROGRAM_FAILED, "A parameter is missing.");
    provisioner.report(name, new AttemptReport.Failed(provisioner.attempt(name), failure));
    await()
        .until(
            () ->
                workspace(client.get(WORKSPACE + "/" + name)).getString("Status").equals("failed"));
  }

  private static void create(String name) {
    HttpResponse<String> answer = client.post(WORKSPACE + "?wait=decided", FORM, "name=" + name);
    assertThat(status(answer)).isEqualTo("creating");
  }

  private static HttpResponse<String> extend(String name, String type, String body) {
    return client.post(WORKSPACE + "/" + name + "/extend", type, body);
  }

  private static String expiry(String name) {
    return workspace(client.get(WORKSPACE + "/" + name)).getString("Expiry");
  }
}
