package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.state.ResourceState;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClusterExtension.class)
class OwnershipTest {
  private static final Map<String, Object> MUTABLE = Map.of("enableConfigMapMutable", true);

  private ProviderFixture fixture;
  private KubernetesClient client;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    fixture = new ProviderFixture(cluster.kubeconfig(), MUTABLE, Map.of());
    client = Clusters.client(cluster.kubeconfig());
    namespace = cluster.newNamespace("ownership");
  }

  @AfterEach
  void close() {
    fixture.close();
    client.close();
  }

  @Test
  void namesTheOtherManagerItsFieldsAndTheWayOut() {
    // given
    var recorded = fixture.created(map("a: one"));
    write("someone", "{a: theirs}", true);
    // when / then
    assertThatThrownBy(() -> update(recorded, map("a: two")))
        .isInstanceOfSatisfying(
            EngineException.class,
            conflict ->
                assertThat(conflict.failure().failureClass()).isEqualTo(FailureClass.CONFLICT))
        .hasMessageContaining("someone owns .data.a")
        .hasMessageContaining("pulumi.com/patchForce");
    assertThat(live().getData()).containsEntry("a", "theirs");
  }

  @Test
  void takesFieldsOverWhenTheProgramSaysSo() {
    // given
    var recorded = fixture.created(map("a: one"));
    write("someone", "{a: theirs}", true);
    // when
    update(
        recorded,
        map("a: two").replace("{name:", "{annotations: {pulumi.com/patchForce: \"true\"}, name:"));
    // then
    assertThat(live().getData()).containsEntry("a", "two");
  }

  @Test
  void takesFieldsOverFromClientSideApply() {
    // given
    var recorded = fixture.created(map("a: one"));
    write("kubectl-client-side-apply", "{a: edited, b: added}", false);
    // when
    update(recorded, map("a: two"));
    // then
    assertThat(live().getData()).containsOnly(Map.entry("a", "two"));
    assertThat(live().getMetadata().getManagedFields())
        .extracting(entry -> entry.getManager())
        .containsExactly(recorded.outputs().text("__fieldManager"));
  }

  @Test
  void givesUpTheFieldsOfAnotherNameOfItsOwn() {
    // given
    var recorded = fixture.created(map("a: one"));
    // when
    update(
        recorded,
        map("b: two")
            .replace("{name:", "{annotations: {pulumi.com/patchFieldManager: mine}, name:"));
    // then
    assertThat(live().getData()).containsOnly(Map.entry("b", "two"));
    assertThat(live().getMetadata().getManagedFields())
        .extracting(entry -> entry.getManager())
        .containsExactly("mine");
  }

  @Test
  void refusesAnObjectOfSomeoneElseAndAdoptsItOnRequest(TestCluster cluster) {
    // given
    client
        .configMaps()
        .inNamespace(namespace)
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName("some")
                .endMetadata()
                .addToData("a", "theirs")
                .build())
        .create();
    var wanted = fixture.wanted(map("b: mine"));
    // when / then
    assertThatThrownBy(() -> fixture.created(wanted))
        .hasMessageContaining("was not made by this stack");
    try (var adopting =
        new ProviderFixture(
            cluster.kubeconfig(), Map.of("upsertExistingObjects", "true"), Map.of())) {
      adopting.created(wanted);
    }
    assertThat(live().getData()).containsKeys("a", "b");
  }

  private void update(ResourceState recorded, String yaml) {
    fixture.provider().update(recorded, fixture.wanted(recorded, yaml), fixture.call());
  }

  private void write(String manager, String data, boolean apply) {
    var type = apply ? PatchType.SERVER_SIDE_APPLY : PatchType.JSON_MERGE;
    var context =
        new PatchContext.Builder()
            .withPatchType(type)
            .withFieldManager(manager)
            .withForce(apply ? true : null)
            .build();
    client
        .configMaps()
        .inNamespace(namespace)
        .withName("some")
        .patch(
            context,
            "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"some\"},"
                + " \"data\": "
                + data.replaceAll("(\\w+)", "\"$1\"")
                + "}");
  }

  private ConfigMap live() {
    return client.configMaps().inNamespace(namespace).withName("some").get();
  }

  private String map(String data) {
    return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: some, namespace: NAMESPACE}
        data:
          DATA
        """
        .replace("DATA", data)
        .replace("NAMESPACE", namespace);
  }
}
