package dev.helium.gateway;

import static dev.helium.gateway.Client.JSON;
import static dev.helium.gateway.TestDeployment.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who listens is asked again while they do. */
@ExtendWith(SharedDeployment.class)
final class StreamAccessTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private static People people;
  private static TestDeployment deployment;

  @BeforeAll
  static void start(TestDeployment shared) {
    deployment = shared;
    people = shared.people;
  }

  @Test
  void aTokenThatIsTakenBackEndsItsStreamAndNoOther() {
    // given
    String token = people.give("ann", "viewer");
    Client ann = deployment.client.with(token);
    KnownTokens.await(ann);
    try (StreamClient hers = new StreamClient(ann.request("/v1/api/events"));
        StreamClient other = new StreamClient(deployment.client.request("/v1/api/events"))) {
      assertThat(hers.status()).isEqualTo(200);
      deployment.client.post(WORKSPACE + "?wait=decided", JSON, "{\"name\":\"heard\"}");
      await().atMost(LONG).until(() -> hers.ids().contains("heard/provisioner/1"));
      // when
      people.forget(token);
      // then
      await().atMost(LONG).until(hers::hasEnded);
      assertThat(hers.comments()).last().isEqualTo("the permission to listen has ended");
      assertThat(other.hasEnded()).isFalse();
    }
  }

  @Test
  void whoMayNotReadMayNotListen() {
    // given
    Client nobody = deployment.client.with("no-token-of-anybody");
    // then
    assertThat(nobody.get("/v1/api/events").statusCode()).isEqualTo(401);
  }
}
