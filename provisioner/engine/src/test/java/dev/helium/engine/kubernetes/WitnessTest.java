package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.state.ResourceState;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
  private static final String OBJECT = "/api/v1/namespaces/default/configmaps/some";

  @TempDir Path directory;
  private FakeApiServer server;
  private ProviderFixture fixture;

  @BeforeEach
  void open() {
    server = new FakeApiServer();
    server.isCluster("first", "2020-01-01T00:00:00Z");
    fixture = new ProviderFixture(server.kubeconfig(directory));
  }

  @AfterEach
  void close() {
    fixture.close();
    server.close();
  }

  @Test
  void forgetsWhatTheSameClusterSaysIsGone() {
    // given
    var recorded = recorded();
    // when
    var read = fixture.provider().read(recorded, fixture.call());
    fixture.provider().delete(recorded, fixture.call());
    // then
    assertThat(read).isEmpty();
  }

  @Test
  void asksNobodyElseAboutAnObjectThatIsThere() {
    // given
    server.answers(OBJECT, "{\"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"some\"}}");
    fixture.provider().read(recorded(), fixture.call());
    server.requests.clear();
    // when
    var read = fixture.provider().read(recorded(), fixture.call());
    // then
    assertThat(read).isPresent();
    assertThat(server.requests).containsExactly("GET " + OBJECT);
  }

  @Test
  void doesNotBelieveAnotherClusterBehindTheSameAddress() {
    // given
    server.answers(OBJECT, "{\"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"some\"}}");
    fixture.provider().read(recorded(), fixture.call());
    // when
    server.isCluster("second", "2020-01-01T00:00:00Z");
    // then
    var gone = recorded("gone");
    assertUnreachable(() -> fixture.provider().read(gone, fixture.call()), "another cluster");
    assertUnreachable(() -> fixture.provider().delete(gone, fixture.call()), "another cluster");
  }

  @Test
  void doesNotBelieveAClusterThatIsYoungerThanTheObject() {
    // given
    server.isCluster("second", "2022-01-01T00:00:00Z");
    // when / then
    assertUnreachable(() -> fixture.provider().read(recorded(), fixture.call()), "younger");
  }

  @Test
  void doesNotBelieveAProxyThatHasNoPage() {
    // given
    server.saysOfTheRest("404 page not found");
    // when / then
    assertThatThrownBy(() -> fixture.provider().read(recorded(), fixture.call()))
        .isInstanceOf(EngineException.class);
  }

  @Test
  void doesNotBelieveAServerThatDoesNotSayWhoItIs(@TempDir Path other) {
    // given
    try (var anonymous = new FakeApiServer();
        var asking = new ProviderFixture(anonymous.kubeconfig(other))) {
      // when / then
      assertUnreachable(
          () -> asking.provider().read(recorded(), asking.call()), "does not say who it is");
    }
  }

  @Test
  void keepsEverythingOfAClusterThatDoesNotAnswer() {
    // given
    server.close();
    // when / then
    assertThatThrownBy(() -> fixture.provider().read(recorded(), fixture.call()))
        .isInstanceOfSatisfying(
            EngineException.class,
            failure ->
                assertThat(failure.failure().failureClass())
                    .isEqualTo(FailureClass.CLUSTER_UNREACHABLE));
  }

  @Test
  void forgetsAClusterThatDoesNotAnswerOnlyOnRequest() {
    // given
    var kubeconfig = server.kubeconfig(directory);
    server.close();
    try (var forgetting =
            new ProviderFixture(
                kubeconfig, Map.of(), Map.of("PULUMI_K8S_DELETE_UNREACHABLE", "true"));
        var skipping =
            new ProviderFixture(kubeconfig, Map.of("skipUpdateUnreachable", true), Map.of())) {
      // when
      var forgotten = forgetting.provider().read(recorded(), forgetting.call());
      var skipped = skipping.provider().read(recorded(), skipping.call());
      // then
      assertThat(forgotten).isEmpty();
      assertThat(skipped)
          .hasValueSatisfying(live -> assertThat(live.inputs()).isEqualTo(recorded().inputs()));
      assertThat(forgetting.progress).anyMatch(line -> line.contains("deleteUnreachable"));
    }
  }

  private static void assertUnreachable(ThrowingCallable action, String why) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            EngineException.class,
            failure ->
                assertThat(failure.failure().failureClass())
                    .isEqualTo(FailureClass.CLUSTER_UNREACHABLE))
        .hasMessageContaining(why);
  }

  private static ResourceState recorded() {
    return recorded("some");
  }

  private static ResourceState recorded(String name) {
    var object =
        PlainValues.ofMap(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of(
                    "name", name,
                    "namespace", "default",
                    "creationTimestamp", "2021-01-01T00:00:00Z")));
    return ProviderFixture.state("kubernetes:core/v1:ConfigMap", "some", object, "default/" + name)
        .withOutputs(object);
  }
}
