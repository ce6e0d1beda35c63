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
class LifetimesTest {
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
  void whatIsProtectedIsNotDeletedAndSaysWhy() {
    // given
    create("kept");
    provisioner.applied("kept", Map.of());
    Instant until = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
    // when
    HttpResponse<String> answer =
        post(
            "kept/protect",
            new JsonObject().put("until", until.toString()).put("why", "the demo runs"));
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(workspace(client.get(WORKSPACE + "/kept")).getJsonObject("Protection"))
        .isEqualTo(
            new JsonObject()
                .put("Until", until.toString())
                .put("By", "token")
                .put("Why", "the demo runs"));
    HttpResponse<String> refused = client.delete(WORKSPACE + "/kept");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).getString("detail"))
        .isEqualTo("It is protected until " + until + " by token: the demo runs.");
    assertThat(client.get(WORKSPACE + "/kept/why").body())
        .contains("protected it until " + until + ": the demo runs");
  }

  @Test
  void whatIsNoLongerProtectedCanBeDeleted() {
    // given
    create("freed");
    provisioner.applied("freed", Map.of());
    client.post(WORKSPACE + "/freed/protect", FORM, "why=a+demo");
    // when
    HttpResponse<String> answer = client.post(WORKSPACE + "/freed/unprotect");
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(workspace(client.get(WORKSPACE + "/freed")).containsKey("Protection")).isFalse();
    assertThat(client.post(WORKSPACE + "/freed/unprotect").statusCode()).isEqualTo(409);
    assertThat(client.delete(WORKSPACE + "/freed").statusCode()).isEqualTo(202);
  }

  @Test
  void everyBrokenRuleOfAProtectionIsNamed() {
    // given
    create("loose");
    // then
    assertThat(errors(client.post(WORKSPACE + "/loose/protect")))
        .containsExactly("why: must have 1 to 500 characters");
    assertThat(
            errors(
                post(
                    "loose/protect",
                    new JsonObject().put("until", "soon").put("why", " ").put("untill", "x"))))
        .containsExactlyInAnyOrder(
            "until: must be a date such as 2026-02-22, or an instant such as"
                + " 2026-02-22T15:04:05Z",
            "why: must have 1 to 500 characters",
            "untill: is not a field; did you mean \"until\"?");
    assertThat(
            errors(
                post(
                    "loose/protect",
                    new JsonObject().put("until", "2999-01-01").put("why", "a demo"))))
        .containsExactly("until: must lie at most 90 days ahead");
  }

  @Test
  void aLifeIsShortened() {
    // given
    create("brief");
    Instant expiry = Instant.parse(workspace(client.get(WORKSPACE + "/brief")).getString("Expiry"));
    // when
    HttpResponse<String> answer =
        post("brief/shorten", new JsonObject().put("expiry", expiry.minusSeconds(1).toString()));
    // then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(workspace(client.get(WORKSPACE + "/brief")).getString("Expiry"))
        .isEqualTo(expiry.minusSeconds(1).toString());
    assertThat(errors(post("brief/shorten", new JsonObject().put("expiry", expiry.toString()))))
        .containsExactly("expiry: must lie before the present one, " + expiry.minusSeconds(1));
    assertThat(errors(post("brief/shorten", new JsonObject())))
        .containsExactly("expiry: must be given");
  }

  @Test
  void anEndThatIsNearSaysWhereToExtendIt() {
    // given more time than a midnight may leave
    create("ending", "&expiry=" + Instant.now().plus(Duration.ofHours(20)));
    // when
    provisioner.announced("ending", Duration.ofHours(24));
    await().until(() -> workspace(client.get(WORKSPACE + "/ending")).containsKey("ExpiringSoon"));
    // then
    JsonObject shown = workspace(client.get(WORKSPACE + "/ending"));
    assertThat(shown.getJsonObject("ExpiringSoon"))
        .isEqualTo(
            new JsonObject()
                .put("At", shown.getString("Expiry"))
                .put("Lead", "PT24H")
                .put("Extend", WORKSPACE + "/ending/extend"));
    assertThat(client.get(WORKSPACE + "/ending/events").body())
        .contains("dev.helium.workspace.expiring-soon.v1")
        .contains(WORKSPACE + "/ending/extend");
    // and when it is extended
    Instant later = Instant.parse(shown.getString("Expiry")).plus(Duration.ofDays(2));
    post("ending/extend", new JsonObject().put("expiry", later.toString()));
    assertThat(workspace(client.get(WORKSPACE + "/ending")).containsKey("ExpiringSoon")).isFalse();
  }

  @Test
  void whatHasExpiredComesBackAndKeepsItsOwner() {
    // given
    create("phoenix");
    provisioner.applied("phoenix", Map.of());
    provisioner.expired("phoenix");
    HttpResponse<String> tooSoon = client.post(WORKSPACE + "/phoenix/revive");
    provisioner.gone("phoenix");
    await().until(() -> client.get(WORKSPACE + "/phoenix").statusCode() == 404);
    JsonObject why = json(client.get(WORKSPACE + "/phoenix/why")).getJsonObject("Why");
    // when
    HttpResponse<String> answer = client.post(WORKSPACE + "/phoenix/revive");
    // then
    assertThat(tooSoon.statusCode()).isEqualTo(409);
    assertThat(json(tooSoon).getString("detail")).startsWith("It is still being deleted; wait");
    Instant confirmed = Instant.parse(why.getJsonObject("Receipt").getString("ConfirmedAt"));
    assertThat(Instant.parse(why.getString("RevivableUntil")))
        .isEqualTo(confirmed.plus(Duration.ofDays(7)));
    assertThat(why.getString("Next")).contains(why.getString("RevivableUntil"));
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(status(answer)).isEqualTo("creating");
    JsonObject shown = workspace(client.get(WORKSPACE + "/phoenix"));
    assertThat(shown.getInteger("Incarnation")).isEqualTo(2);
    assertThat(shown.getString("CreatedBy")).isEqualTo("token");
    assertThat(client.get(WORKSPACE + "/phoenix/why").body())
        .contains("brought the workspace back from its record");
  }

  @Test
  void whatSomebodyDeletedDoesNotComeBack() {
    // given
    create("ashes");
    client.delete(WORKSPACE + "/ashes");
    provisioner.gone("ashes");
    // when
    HttpResponse<String> answer = client.post(WORKSPACE + "/ashes/revive");
    // then
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).getString("detail"))
        .isEqualTo("It did not end because its time was up; create it anew.");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String change : List.of("unprotect", "revive")) {
      assertThat(client.post(WORKSPACE + "/nobody/" + change).statusCode())
          .as(change)
          .isEqualTo(404);
    }
    assertThat(client.post(WORKSPACE + "/nobody/protect", FORM, "why=x").statusCode())
        .isEqualTo(404);
    assertThat(client.post(WORKSPACE + "/nobody/shorten", FORM, "expiry=2026-12-24").statusCode())
        .isEqualTo(404);
  }

  private static void create(String name) {
    create(name, "");
  }

  private static void create(String name, String more) {
    HttpResponse<String> answer =
        client.post(WORKSPACE + "?wait=decided", FORM, "name=" + name + more);
    assertThat(status(answer)).isEqualTo("creating");
  }

  private static HttpResponse<String> post(String path, JsonObject body) {
    return client.post(WORKSPACE + "/" + path, JSON, body.encode());
  }
}
