package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.engine.EngineException;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ClusterExtension.class)
class PatchTest {
  private static final String TYPE = "kubernetes:core/v1:ConfigMapPatch";

  private ProviderFixture fixture;
  private KubernetesClient client;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    fixture = new ProviderFixture(cluster.kubeconfig());
    client = Clusters.client(cluster.kubeconfig());
    namespace = cluster.newNamespace("patch");
    client
        .configMaps()
        .inNamespace(namespace)
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("some")
                .endMetadata()
                .addToData("theirs", "1")
                .build())
        .create();
  }

  @AfterEach
  void close() {
    fixture.close();
    client.close();
  }

  @Test
  void setsOnlyItsFieldsAndTakesThemAwayAgain() {
    // given
    var wanted = fixture.wanted(null, TYPE, ProviderFixture.object(patch("ours: one")));
    // when
    var recorded = fixture.created(wanted);
    var patched = live().getData();
    var changed = fixture.wanted(recorded, TYPE, ProviderFixture.object(patch("ours: two")));
    var difference = fixture.provider().diff(recorded, changed, fixture.call());
    var updated =
        ProviderFixture.recorded(
            changed, fixture.provider().update(recorded, changed, fixture.call()));
    var after = live().getData();
    fixture.provider().delete(updated, fixture.call());
    // then
    assertThat(recorded.id()).isEqualTo(namespace + "/some");
    assertThat(patched).containsOnly(Map.entry("theirs", "1"), Map.entry("ours", "one"));
    assertThat(difference.paths()).containsExactly("data.ours");
    assertThat(difference.replaces()).isEmpty();
    assertThat(after).containsEntry("ours", "two");
    assertThat(live().getData()).containsOnly(Map.entry("theirs", "1"));
  }

  @Test
  void namesTheOwnerOfAFieldItWants() {
    // given
    var wanted = fixture.wanted(null, TYPE, ProviderFixture.object(patch("theirs: two")));
    // when / then
    assertThatThrownBy(() -> fixture.created(wanted)).hasMessageContaining("owns .data.theirs");
  }

  @Test
  void leavesAnObjectThatIsGoneAlone() {
    // given
    var wanted = fixture.wanted(null, TYPE, ProviderFixture.object(patch("ours: one")));
    var recorded = fixture.created(wanted);
    client.configMaps().inNamespace(namespace).withName("some").delete();
    // when
    fixture.provider().delete(recorded, fixture.call());
    // then
    assertThat(live()).isNull();
  }

  @Test
  void needsAName() {
    // given
    var nameless = ProviderFixture.object(patch("a: b").replace("name: some, ", ""));
    // when / then
    assertThatThrownBy(() -> fixture.wanted(null, TYPE, nameless))
        .hasMessageContaining("metadata.name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubernetes:core/v1:ConfigMapList",
        "kubernetes:helm.sh/v3:Release",
        "kubernetes:yaml:ConfigFile",
        "kubernetes:kustomize:Directory"
      })
  void refusesByNameWhatIsNoObject(String type) {
    // when / then
    assertThatThrownBy(() -> KubernetesProviders.requireSupported(type))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining(type);
  }

  @Test
  void takesKindsOfOthersForWhatTheyAre() {
    // given
    var type = "kubernetes:example.com/v1:ShoppingList";
    // when
    KubernetesProviders.requireSupported(type);
    // then
    assertThat(ObjectType.of("kubernetes:example.com/v1:HotPatch", patchless()).kind())
        .isEqualTo("HotPatch");
    assertThat(ObjectType.of(TYPE, patchless())).isEqualTo(new ObjectType("v1", "ConfigMap"));
  }

  private static ObjectValue patchless() {
    return ObjectValue.empty();
  }

  private ConfigMap live() {
    return client.configMaps().inNamespace(namespace).withName("some").get();
  }

  private String patch(String data) {
    return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: some, namespace: NAMESPACE}
        data: {DATA}
        """
        .replace("DATA", data)
        .replace("NAMESPACE", namespace);
  }
}
