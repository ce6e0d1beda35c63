package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.engine.property.PlainValues;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KubernetesRulesTest {
  @Test
  void findsThePathsThatDiffer() {
    // given
    var before = of(Map.of("spec", Map.of("replicas", 1, "list", List.of("a", "b"), "gone", "x")));
    var after = of(Map.of("spec", Map.of("replicas", 2, "list", List.of("a", "c"), "new", "y")));
    // when
    var changes = InputDifference.between(before, after);
    // then
    assertThat(changes)
        .extracting(change -> change.path() + " " + change.kind())
        .containsExactlyInAnyOrder(
            "spec.replicas UPDATE", "spec.list[1] UPDATE", "spec.gone DELETE", "spec.new ADD");
  }

  @Test
  void takesOnlyWhatMovedForDrift() {
    // given
    var inputs = of(Map.of("cpu", "1000m", "image", "a"));
    var recorded = of(Map.of("cpu", "1", "image", "a", "status", "x"));
    var live = of(Map.of("cpu", "1", "image", "b", "status", "y"));
    // when
    var drifted = Drift.apply(inputs, recorded, live);
    // then
    assertThat(drifted).isEqualTo(of(Map.of("cpu", "1000m", "image", "b")));
  }

  @Test
  void keepsAGeneratedNameAndLeavesAGivenOne() {
    // given
    var naming = new Naming(new Random(1));
    var urn = "urn:pulumi:s::p::kubernetes:core/v1:ConfigMap::web";
    // when
    var generated = naming.name(urn, ObjectValue.empty(), of(Map.of("kind", "ConfigMap")));
    var again = naming.name(urn, generated, of(Map.of("kind", "ConfigMap")));
    var given = naming.name(urn, generated, of(Map.of("metadata", Map.of("name", "mine"))));
    // then
    var name = ObjectIdentity.of(generated).name();
    assertThat(name).matches("web-[0-9a-f]{8}");
    assertThat(ObjectIdentity.of(again).name()).isEqualTo(name);
    assertThat(ObjectIdentity.of(given).name()).isEqualTo("mine");
  }

  @Test
  void spellsFieldsOfSchemasWithDashes() {
    // given
    var inputs = of(Map.of("schema", Map.of("x_kubernetes_preserve_unknown_fields", true)));
    // when
    var sent = CheckpointFields.toJson(inputs);
    // then
    assertThat(sent.at("/schema/x-kubernetes-preserve-unknown-fields").asBoolean()).isTrue();
    assertThat(CheckpointFields.fromJson(sent)).isEqualTo(inputs);
  }

  private static ObjectValue of(Map<String, Object> plain) {
    return PlainValues.ofMap(plain);
  }
}
