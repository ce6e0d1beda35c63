package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ClusterExtension.class)
class PreviewTest {
  private ProviderFixture fixture;
  private KubernetesClient client;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    fixture = new ProviderFixture(cluster.kubeconfig());
    client = Clusters.client(cluster.kubeconfig());
    namespace = cluster.newNamespace("preview");
  }

  @AfterEach
  void close() {
    fixture.close();
    client.close();
  }

  @Test
  void showsWhatACreationWouldLeadToAndMakesNothing() {
    // given
    var wanted = fixture.wanted(service(namespace, "80"));
    // when
    var planned = fixture.provider().create(wanted, fixture.preview());
    // then
    var spec = Fields.object(planned.outputs(), "spec");
    assertThat(planned.id()).isEmpty();
    assertThat(spec.text("sessionAffinity")).isEqualTo("None");
    assertThat(Fields.object(planned.outputs(), "metadata").get("uid"))
        .isEqualTo(new UnknownValue());
    assertThat(client.services().inNamespace(namespace).withName("web").get()).isNull();
  }

  @Test
  void showsWhatAnUpdateWouldLeadToAndChangesNothing() {
    // given
    var recorded = fixture.created(annotated(service(namespace, "80")));
    var wanted = fixture.wanted(recorded, annotated(service(namespace, "81")));
    // when
    var planned = fixture.provider().update(recorded, wanted, fixture.preview());
    // then
    assertThat(planned.outputs().toString()).contains("81");
    assertThat(client.services().inNamespace(namespace).withName("web").get().getSpec().getPorts())
        .extracting(port -> port.getPort())
        .containsExactly(80);
  }

  @Test
  void plansFromInputsWhereTheNamespaceIsStillToCome() {
    // given
    var wanted = fixture.wanted(service(namespace + "-later", "80"));
    // when
    var planned = fixture.provider().create(wanted, fixture.preview());
    // then
    assertThat(planned.outputs()).isEqualTo(wanted.inputs());
  }

  @Test
  void plansFromInputsWhereTheKindIsStillToCome() {
    // given
    var wanted =
        fixture.wanted("apiVersion: example.com/v1\nkind: Later\nmetadata: {name: some}\n");
    // when
    var planned = fixture.provider().create(wanted, fixture.preview());
    // then
    assertThat(planned.outputs()).isEqualTo(wanted.inputs());
    assertThat(Fields.object(wanted.inputs(), "metadata").text("namespace")).isEqualTo("default");
  }

  @Test
  void keepsUnknownValuesUnknown() {
    // given
    var object =
        ProviderFixture.object(service(namespace, "80"))
            .with("metadata", ObjectValue.empty().with("namespace", new UnknownValue()));
    var wanted = fixture.wanted(null, "kubernetes:core/v1:Service", object);
    // when
    var planned = fixture.provider().create(wanted, fixture.preview());
    // then
    var metadata = Fields.object(planned.outputs(), "metadata");
    assertThat(metadata.get("namespace")).isEqualTo(new UnknownValue());
    assertThat(metadata.text("name")).startsWith("some-");
  }

  @Test
  void tellsBeforehandWhatTheApiServerWouldRefuse() {
    // given
    var wanted = fixture.wanted(service(namespace, "99999"));
    // when / then
    assertThatThrownBy(() -> fixture.provider().create(wanted, fixture.preview()))
        .hasMessageContaining("spec.ports[0].port");
  }

  private static String annotated(String yaml) {
    return yaml.replace(
        "{name: web,", "{name: web, annotations: {pulumi.com/skipAwait: \"true\"},");
  }

  private static String service(String namespace, String port) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: NAMESPACE}
        spec: {selector: {app: web}, ports: [{port: PORT}]}
        """
        .replace("PORT", port)
        .replace("NAMESPACE", namespace);
  }
}
