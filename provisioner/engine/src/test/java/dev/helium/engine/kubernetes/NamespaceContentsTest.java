package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.engine.state.ResourceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamespaceContentsTest {
  private static final String MAP = "kubernetes:core/v1:ConfigMap";
  private static final String SKIP = "pulumi.com/skipAwait: \"true\"";
  private static final String NAMESPACE_OBJECT =
      "{apiVersion: v1, kind: Namespace, metadata: {name: here, annotations: {" + SKIP + "}}}";

  @Test
  void anObjectThatNobodyWaitsForGoesWithItsNamespace() {
    // when / then
    assertThat(goes(map("here", SKIP), namespace("here"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "here, other: x, kubernetes:core/v1:ConfigMap, kubernetes:core/v1:Namespace",
    "there, SKIP, kubernetes:core/v1:ConfigMap, kubernetes:core/v1:Namespace",
    "here, SKIP, kubernetes:core/v1:ConfigMapPatch, kubernetes:core/v1:Namespace",
    "here, SKIP, kubernetes:core/v1:ConfigMap, kubernetes:core/v1:NamespacePatch"
  })
  void whatIsWaitedForOrElsewhereOrAPatchDoesNot(
      String namespace, String annotation, String type, String other) {
    // given
    var recorded = state(type, object(namespace, annotation), namespace + "/some");
    var of = state(other, NAMESPACE_OBJECT, "here");
    // when / then
    assertThat(NamespaceContents.goesWith(recorded, of)).isFalse();
  }

  @Test
  void nothingGoesWithAnObjectThatOnlyHasTheName() {
    // given
    var other = state(MAP, object("", SKIP).replace("some", "here"), "here");
    // when / then
    assertThat(goes(map("here", SKIP), other)).isFalse();
  }

  @Test
  void aNamespaceGoesWithNothing() {
    // when / then
    assertThat(goes(namespace("here"), namespace("here"))).isFalse();
  }

  private static boolean goes(ResourceState recorded, ResourceState other) {
    return NamespaceContents.goesWith(recorded, other);
  }

  private static ResourceState namespace(String name) {
    return state("kubernetes:core/v1:Namespace", NAMESPACE_OBJECT, name);
  }

  private static ResourceState map(String namespace, String annotation) {
    return state(MAP, object(namespace, annotation), namespace + "/some");
  }

  private static String object(String namespace, String annotation) {
    return "{apiVersion: v1, kind: ConfigMap, metadata: {name: some, namespace: '%s', annotations: {%s}}}"
        .formatted(namespace, annotation.equals("SKIP") ? SKIP : annotation);
  }

  private static ResourceState state(String type, String yaml, String id) {
    // What begins with a brace is taken for JSON.
    var object = ProviderFixture.object("---\n" + yaml);
    return ProviderFixture.state(type, "some", object, id).withOutputs(object);
  }
}
