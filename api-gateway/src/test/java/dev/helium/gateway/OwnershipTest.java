package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.Client.json;
import static dev.helium.gateway.Client.workspace;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose workspaces are whose, with changes that are really made. */
@ExtendWith(SharedDeployment.class)
final class OwnershipTest {
  private static TestDeployment deployment;
  private static Client ada;
  private static Client bob;
  private static Client operator;
  private static Client maker;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    People people = shared.people;
    String adas = people.give("ada", "user");
    String bobs = people.give("bob", "user");
    String operators = people.give("otto", "operator");
    String makers = people.give("mia", "user", "create", "read");
    ada = deployment.client.with(adas);
    bob = deployment.client.with(bobs);
    operator = deployment.client.with(operators);
    maker = deployment.client.with(makers);
    KnownTokens.await(maker);
  }

  @Test
  void aUserEndsWhatIsTheirsAndNothingOfOthers() {
    // given
    assertThat(create(ada, "adas").statusCode()).isEqualTo(202);
    // when
    HttpResponse<String> refused = bob.delete(WORKSPACE + "/adas");
    // then
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).getString("detail"))
        .isEqualTo(
            "The workspace is ada's and not bob's. For those of others it takes the role"
                + " operator; yours is user.");
    assertThat(workspace(ada.get(WORKSPACE + "/adas")).getString("CreatedBy")).isEqualTo("ada");
    assertThat(workspace(bob.get(WORKSPACE + "/adas")).getString("Status")).isEqualTo("creating");
    // when
    assertThat(ada.delete(WORKSPACE + "/adas").statusCode()).isEqualTo(202);
  }

  @Test
  void anOperatorEndsWhatIsOthers() {
    // given
    assertThat(create(ada, "owned-ada").statusCode()).isEqualTo(202);
    // when, then
    assertThat(operator.post(WORKSPACE + "/owned-ada/cancel?wait=decided").statusCode())
        .isEqualTo(202);
    assertThat(operator.delete(WORKSPACE + "/owned-ada").statusCode()).isEqualTo(202);
  }

  @Test
  void aNameThatIsTakenIsNobodyElsesToMakeAgain() {
    // given
    assertThat(create(ada, "owned-taken").statusCode()).isEqualTo(202);
    // when, then
    assertThat(create(bob, "owned-taken").statusCode()).isEqualTo(403);
    assertThat(create(ada, "owned-taken").statusCode()).isEqualTo(202);
    assertThat(create(operator, "owned-taken").statusCode()).isEqualTo(202);
    assertThat(workspace(ada.get(WORKSPACE + "/owned-taken")).getString("CreatedBy"))
        .isEqualTo("ada");
  }

  @Test
  void aNameIsAnybodysAgainWhenItsWorkspaceIsGone() {
    // given
    assertThat(create(ada, "short-lived").statusCode()).isEqualTo(202);
    deployment.provisioner.applied("short-lived", Map.of());
    assertThat(ada.delete(WORKSPACE + "/short-lived").statusCode()).isEqualTo(202);
    await()
        .until(
            () ->
                workspace(ada.get(WORKSPACE + "/short-lived"))
                    .getString("Status")
                    .equals("deleting"));
    deployment.provisioner.gone("short-lived");
    await().until(() -> ada.get(WORKSPACE + "/short-lived").statusCode() == 404);
    // when, then it is unknown to whoever wants to change it
    assertThat(bob.delete(WORKSPACE + "/short-lived").statusCode()).isEqualTo(404);
    // and only whose it was may want it back
    assertThat(bob.post(WORKSPACE + "/short-lived/revive").statusCode()).isEqualTo(403);
    assertThat(ada.post(WORKSPACE + "/short-lived/revive").statusCode()).isEqualTo(409);
    // and anybody may make another one
    assertThat(create(bob, "short-lived").statusCode()).isEqualTo(202);
    assertThat(ada.delete(WORKSPACE + "/short-lived").statusCode()).isEqualTo(403);
  }

  @Test
  void aTokenIsGoodForWhatItsScopesSayWhateverItsRole() {
    // given
    assertThat(create(maker, "of-mia").statusCode()).isEqualTo(202);
    // when
    HttpResponse<String> deletion = maker.delete(WORKSPACE + "/of-mia");
    HttpResponse<String> update = create(maker, "of-mia");
    // then
    for (HttpResponse<String> refused : List.of(deletion, update)) {
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(json(refused).getString("detail"))
          .isEqualTo(
              "The token is not for that: it would need \"change\" and has \"read\", \"create\".");
    }
  }

  @Test
  void aBodyThatHasToWaitForTheQuestionWhoseItIsIsReadAllTheSame() {
    // given
    assertThat(create(ada, "waited-for").statusCode()).isEqualTo(202);
    String body = new JsonObject().put("expiry", "2020-01-01").put("why", "x".repeat(400)).encode();
    // when
    HttpResponse<String> asked = ada.post(WORKSPACE + "/waited-for/extend", JSON, body);
    HttpResponse<String> refused = bob.post(WORKSPACE + "/waited-for/extend", JSON, body);
    // then
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(Client.errors(asked)).anyMatch(error -> error.startsWith("expiry: "));
    assertThat(refused.statusCode()).isEqualTo(403);
    // and the connection goes on
    assertThat(bob.get(WORKSPACE + "/waited-for").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> create(Client client, String name) {
    return client.post(
        WORKSPACE + "?wait=decided", JSON, new JsonObject().put("name", name).encode());
  }
}
