package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(ClusterExtension.class)
class DeletionTest {
  private static final String SET =
      """
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata: {name: web, namespace: NAMESPACE, annotations: {NOTE: "VALUE"}}
      spec:
        replicas: 1
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, image: web}]}
      """;

  private ProviderFixture fixture;
  private KubernetesClient client;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    fixture = new ProviderFixture(cluster.kubeconfig());
    client = Clusters.client(cluster.kubeconfig());
    namespace = cluster.newNamespace("deletion");
  }

  @AfterEach
  void close() {
    fixture.close();
    client.close();
  }

  @Test
  void returnsWhenTheObjectAndWhatBelongsToItAreGone() {
    // given
    var recorded = fixture.created(set("some", "note"));
    client
        .pods()
        .inNamespace(namespace)
        .withLabel("app", "web")
        .waitUntilCondition(pod -> pod != null, 30, TimeUnit.SECONDS);
    // when
    fixture.provider().delete(recorded, fixture.call());
    // then
    assertThat(client.apps().replicaSets().inNamespace(namespace).list().getItems()).isEmpty();
    assertThat(client.pods().inNamespace(namespace).list().getItems()).isEmpty();
  }

  @Test
  void leavesWhatBelongsToItWhereTheProgramSaysSo() {
    // given
    var recorded = fixture.created(set("pulumi.com/deletionPropagationPolicy", "orphan"));
    client
        .pods()
        .inNamespace(namespace)
        .withLabel("app", "web")
        .waitUntilCondition(pod -> pod != null, 30, TimeUnit.SECONDS);
    // when
    fixture.provider().delete(recorded, fixture.call());
    // then
    assertThat(client.apps().replicaSets().inNamespace(namespace).list().getItems()).isEmpty();
    assertThat(client.pods().inNamespace(namespace).list().getItems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"other, x, 1", "pulumi.com/timeoutSeconds, 1, 600"})
  void saysWhichFinalizerHoldsItWhenTimeIsUp(String note, String value, int standard) {
    // given
    var yaml =
        map()
            .replace(
                "{name:", "{finalizers: [example.com/hold], annotations: {NOTE: \"VALUE\"}, name:");
    var recorded = fixture.created(yaml.replace("NOTE", note).replace("VALUE", value));
    var timeout = standard == 1 ? Duration.ofSeconds(1) : Duration.ZERO;
    // when / then
    assertThatThrownBy(() -> fixture.provider().delete(recorded, fixture.call(timeout)))
        .isInstanceOfSatisfying(
            EngineException.class,
            failure ->
                assertThat(failure.failure().failureClass()).isEqualTo(FailureClass.DELETE_BLOCKED))
        .hasMessageContaining("example.com/hold")
        .hasMessageContaining("after 1 s");
    client
        .configMaps()
        .inNamespace(namespace)
        .withName("some")
        .edit(
            live -> {
              live.getMetadata().setFinalizers(null);
              return live;
            });
  }

  @Test
  void leavesAnObjectThatSomeoneElseMadeInItsPlace() {
    // given
    var recorded = fixture.created(map());
    client.configMaps().inNamespace(namespace).withName("some").delete();
    fixture.created(map());
    // when
    fixture.provider().delete(recorded, fixture.call());
    // then
    assertThat(client.configMaps().inNamespace(namespace).withName("some").get()).isNotNull();
  }

  private String set(String note, String value) {
    return SET.replace("NOTE", note).replace("VALUE", value).replace("NAMESPACE", namespace);
  }

  private String map() {
    return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: some, namespace: NAMESPACE}
        data: {a: b}
        """
        .replace("NAMESPACE", namespace);
  }
}
