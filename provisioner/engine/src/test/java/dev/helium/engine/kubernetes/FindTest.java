package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.SecretValue;
import dev.helium.engine.state.ResourceState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClusterExtension.class)
class FindTest {
  private ProviderFixture fixture;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    fixture = new ProviderFixture(cluster.kubeconfig());
    namespace = cluster.newNamespace("find");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void describesALiveObjectByWhatAProgramCouldSay() {
    // given
    fixture.created(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: NAMESPACE, labels: {app: web}}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: web}]}
        """
            .replace("NAMESPACE", namespace));
    var sketch = sketch("kubernetes:apps/v1:Deployment", namespace + "/web");
    // when
    var found = fixture.provider().find(sketch, fixture.call()).orElseThrow();
    // then
    var inputs = found.inputs();
    assertThat(inputs.fields().keySet()).containsExactly("apiVersion", "kind", "metadata", "spec");
    assertThat(Fields.object(inputs, "metadata").fields().keySet())
        .containsExactly("annotations", "labels", "name", "namespace");
    assertThat(Fields.object(Fields.object(inputs, "metadata"), "annotations").fields()).isEmpty();
    assertThat(found.outputs().fields()).containsKeys("status", "__inputs", "__fieldManager");
    assertThat(found.id()).isEqualTo(namespace + "/web");
  }

  @Test
  void findsWhatHasNoNamespace() {
    // given
    var namespaces = sketch("kubernetes:core/v1:Namespace", namespace);
    var roles = sketch("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "cluster-admin");
    // when
    var space = fixture.provider().find(namespaces, fixture.call());
    var role = fixture.provider().find(roles, fixture.call());
    // then
    assertThat(space).hasValueSatisfying(live -> assertThat(live.id()).isEqualTo(namespace));
    assertThat(role)
        .hasValueSatisfying(live -> assertThat(live.inputs().fields()).containsKey("rules"));
  }

  @Test
  void takesAnIdWithoutNamespaceForTheDefaultOne() {
    // given
    var service = sketch("kubernetes:core/v1:Service", "kubernetes");
    // when
    var found = fixture.provider().find(service, fixture.call());
    // then
    assertThat(found).hasValueSatisfying(live -> assertThat(live.id()).isEqualTo("kubernetes"));
    var recorded = ProviderFixture.recorded(service, found.orElseThrow());
    assertThat(fixture.provider().read(recorded, fixture.call())).isPresent();
  }

  @Test
  void keepsTheContentOfSecretsSecret() {
    // given
    fixture.created(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: some, namespace: NAMESPACE}
        stringData: {password: hidden}
        """
            .replace("NAMESPACE", namespace));
    // when
    var found =
        fixture
            .provider()
            .find(sketch("kubernetes:core/v1:Secret", namespace + "/some"), fixture.call());
    // then
    assertThat(found.orElseThrow().inputs().get("data")).isInstanceOf(SecretValue.class);
    assertThat(found.orElseThrow().outputs().get("data")).isInstanceOf(SecretValue.class);
  }

  @Test
  void isEmptyWhenThereIsNoSuchObjectOrKind() {
    // given
    var object = sketch("kubernetes:core/v1:ConfigMap", namespace + "/absent");
    var kind = sketch("kubernetes:example.com/v1:Absent", namespace + "/absent");
    // when
    var noObject = fixture.provider().find(object, fixture.call());
    var noKind = fixture.provider().find(kind, fixture.call());
    // then
    assertThat(noObject).isEmpty();
    assertThat(noKind).isEmpty();
  }

  private static ResourceState sketch(String type, String id) {
    return ProviderFixture.state(type, "some", ObjectValue.empty(), id);
  }
}
