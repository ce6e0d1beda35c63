package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Ownership;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a provider asks of a cluster for a run whose stack another one has taken over. */
@ExtendWith(ClusterExtension.class)
class LostOwnershipTest {
  private static final Ownership LOST =
      () -> {
        throw new EngineException(FailureClass.FENCED, "the stack has a newer owner");
      };

  private ProviderFixture fixture;
  private KubernetesClient client;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    fixture = new ProviderFixture(cluster.kubeconfig());
    client = Clusters.client(cluster.kubeconfig());
    namespace = cluster.newNamespace("lost");
  }

  @AfterEach
  void close() {
    fixture.close();
    client.close();
  }

  @Test
  void createsNothing() {
    // given
    var wanted = fixture.wanted(yaml("1"));
    // when
    var failure = failureOf(() -> fixture.provider().create(wanted, fixture.call(LOST)));
    // then
    assertThat(failure).isEqualTo(FailureClass.FENCED);
    assertThat(live()).isNull();
    assertThat(fixture.created(wanted).id()).isEqualTo(namespace + "/some");
  }

  @Test
  void changesAndDeletesNothing() {
    // given
    var recorded = fixture.created(yaml("1"));
    var wanted = fixture.wanted(recorded, yaml("2"));
    var before = live();
    // when
    var update = failureOf(() -> fixture.provider().update(recorded, wanted, fixture.call(LOST)));
    var deletion = failureOf(() -> fixture.provider().delete(recorded, fixture.call(LOST)));
    // then
    assertThat(update).isEqualTo(FailureClass.FENCED);
    assertThat(deletion).isEqualTo(FailureClass.FENCED);
    assertThat(live()).isEqualTo(before);
  }

  @Test
  void givesNoFieldsBack() {
    // given
    fixture.created(yaml("1"));
    var type = "kubernetes:core/v1:ConfigMapPatch";
    var object = ProviderFixture.object(yaml("1").replace("content", "more"));
    var recorded = fixture.created(fixture.wanted(null, type, object));
    var before = live();
    // when
    var failure = failureOf(() -> fixture.provider().delete(recorded, fixture.call(LOST)));
    // then
    assertThat(failure).isEqualTo(FailureClass.FENCED);
    assertThat(live()).isEqualTo(before);
    assertThat(before.getData()).containsOnlyKeys("content", "more");
  }

  @Test
  void stillShowsWhatWouldBeDone() {
    // given
    var wanted = fixture.wanted(yaml("1"));
    // when
    var plan = fixture.provider().create(wanted, fixture.preview(LOST));
    // then
    assertThat(plan.outputs()).isNotEqualTo(ObjectValue.empty());
    assertThat(live()).isNull();
  }

  private static FailureClass failureOf(Runnable attempt) {
    try {
      attempt.run();
      return null;
    } catch (EngineException failure) {
      return failure.failure().failureClass();
    }
  }

  private ConfigMap live() {
    return client.configMaps().inNamespace(namespace).withName("some").get();
  }

  private String yaml(String content) {
    return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: some, namespace: NAMESPACE}
        data: {content: "CONTENT"}
        """
        .replace("NAMESPACE", namespace)
        .replace("CONTENT", content);
  }
}
