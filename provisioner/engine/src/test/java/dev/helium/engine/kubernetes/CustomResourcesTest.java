package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.engine.property.PropertyValue.BooleanValue;
import dev.helium.engine.property.PropertyValue.ListValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ClusterExtension.class)
class CustomResourcesTest {
  private ProviderFixture fixture;
  private String group;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    fixture = new ProviderFixture(cluster.kubeconfig());
    group = cluster.uniqueName("group") + ".example.com";
    namespace = cluster.newNamespace("custom");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Namespaced", "Cluster"})
  void makesAResourceWithItsDefinitionOnTheWay(String scope) {
    // given
    var resource =
        CompletableFuture.supplyAsync(() -> fixture.created(fixture.wanted(widget("size: 3"))));
    // when
    var definition = fixture.created(definition(scope));
    var made = resource.join();
    // then
    var spec = Fields.object(made.outputs(), "spec");
    assertThat(made.id()).isEqualTo(scope.equals("Cluster") ? "some" : namespace + "/some");
    assertThat(spec.fields().keySet()).containsExactly("size");
    fixture.provider().delete(made, fixture.call());
    fixture.provider().delete(definition, fixture.call());
  }

  @Test
  void keepsFieldsThatNoSchemaKnowsAndTheirSpelling() {
    // given
    var definition = fixture.created(definition("Namespaced"));
    // when
    var made = fixture.created(widget("{size: 1, $ref: \"#/x\", $schema: y, nested: {any: [1]}}"));
    // then
    var spec = Fields.object(made.outputs(), "spec");
    assertThat(spec.text("$ref")).isEqualTo("#/x");
    assertThat(spec.fields()).containsKeys("$schema", "nested");
    assertThat(schemaOf(definition.outputs()).get("x_kubernetes_preserve_unknown_fields"))
        .isEqualTo(new BooleanValue(true));
    fixture.provider().delete(made, fixture.call());
    fixture.provider().delete(definition, fixture.call());
  }

  @Test
  void takesAResourceForGoneWithItsDefinition() {
    // given
    var definition = fixture.created(definition("Namespaced"));
    var made = fixture.created(widget("size: 1"));
    // when
    fixture.provider().delete(definition, fixture.call());
    // then
    assertThat(fixture.provider().read(made, fixture.call())).isEmpty();
    fixture.provider().delete(made, fixture.call());
  }

  @Test
  void seesAVersionThatAnUpdateAdds() {
    // given
    var definition = fixture.created(definition("Namespaced"));
    fixture.created(widget("size: 1"));
    var wanted =
        fixture.wanted(
            definition,
            definition("Namespaced")
                + "    - {name: v2, served: true, storage: false, schema: {openAPIV3Schema:"
                + " {type: object, x-kubernetes-preserve-unknown-fields: true}}}\n");
    // when
    var updated =
        ProviderFixture.recorded(
            wanted, fixture.provider().update(definition, wanted, fixture.call()));
    var made = fixture.created(widget("size: 1").replace("/v1", "/v2").replace("some", "other"));
    // then
    assertThat(made.outputs().text("apiVersion")).isEqualTo(group + "/v2");
    fixture.provider().delete(updated, fixture.call());
  }

  private static ObjectValue schemaOf(ObjectValue definition) {
    var versions = (ListValue) Fields.object(definition, "spec").get("versions");
    var schema = Fields.object((ObjectValue) versions.elements().getFirst(), "schema");
    return Fields.object(schema, "openAPIV3Schema");
  }

  private String widget(String spec) {
    return """
        apiVersion: GROUP/v1
        kind: Widget
        metadata:
          name: some
          namespace: NAMESPACE
          # In the foreground it would stay until the garbage collector has found the new kind.
          annotations: {pulumi.com/deletionPropagationPolicy: background}
        spec: {SPEC}
        """
        .replace("{SPEC}", spec.startsWith("{") ? spec : "{" + spec + "}")
        .replace("GROUP", group)
        .replace("NAMESPACE", namespace);
  }

  private String definition(String scope) {
    return """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.GROUP}
        spec:
          group: GROUP
          scope: SCOPE
          names: {kind: Widget, plural: widgets, singular: widget}
          versions:
            - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}
        """
        .replace("GROUP", group)
        .replace("SCOPE", scope);
  }
}
