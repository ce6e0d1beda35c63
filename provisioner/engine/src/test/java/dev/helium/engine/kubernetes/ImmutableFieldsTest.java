package dev.helium.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.engine.property.PlainValues;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.NullValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.PropertyChange.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImmutableFieldsTest {
  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment, spec.selector.matchLabels.app",
    "apps/v1, StatefulSet, spec.volumeClaimTemplates[0].spec",
    "apps/v1, StatefulSet, spec.revisionHistoryLimit",
    "batch/v1, Job, spec.template.spec.containers[0].image",
    "batch/v1, Job, spec.parallelism",
    "v1, ConfigMap, metadata.name",
    "v1, ConfigMap, data.content",
    "v1, Pod, spec.containers[0].image",
    "v1, Pod, spec.initContainers[1].env[0].value",
    "v1, Secret, type",
    "v1, Service, spec.clusterIP",
    "v1, PersistentVolume, spec.hostPath.path",
    "v1, PersistentVolumeClaim, spec.storageClassName",
    "rbac.authorization.k8s.io/v1, RoleBinding, roleRef.name",
    "storage.k8s.io/v1, StorageClass, parameters.type",
  })
  void knowsWhatNeedsANewObject(String apiVersion, String kind, String path) {
    // given
    var fields = ImmutableFields.of(object(apiVersion, kind), false, true);
    // when
    var forbidden = fields.forbid(update(path));
    // then
    assertThat(forbidden).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "apps/v1, Deployment, spec.template.spec.containers[0].image",
    "apps/v1, StatefulSet, spec.replicas",
    "batch/v1, Job, spec.backoffLimit",
    "v1, ConfigMap, metadata.labels.app",
    "v1, Pod, spec.tolerations[0].key",
    "v1, Secret, data.password",
    "v1, Service, spec.clusterIPs[0]",
    "v1, PersistentVolumeClaim, spec.resources.requests.storage",
    "example.com/v1, Deployment, spec.selector",
  })
  void knowsWhatChangesInPlace(String apiVersion, String kind, String path) {
    // given
    var fields = ImmutableFields.of(object(apiVersion, kind), false, true);
    // when
    var forbidden = fields.forbid(update(path));
    // then
    assertThat(forbidden).isFalse();
  }

  @Test
  void keepsFrozenContentWhateverTheProviderSays() {
    // given
    var frozen = object("v1", "Secret").with("immutable", new PropertyValue.BooleanValue(true));
    // when
    var forbidden = ImmutableFields.of(frozen, true, true).forbid(update("data.password"));
    // then
    assertThat(forbidden).isTrue();
  }

  @Test
  void looksIntoWhatIsAddedAsAWhole() {
    // given
    var fields = ImmutableFields.of(object("v1", "Pod"), false, true);
    var container =
        PlainValues.of(Map.of("spec", Map.of("containers", List.of(Map.of("image", "a")))));
    var spec = ((ObjectValue) container).get("spec");
    // when
    var added = new ObjectChange(ObjectPath.parse("spec"), Kind.ADD, spec);
    var removed = new ObjectChange(ObjectPath.parse("spec"), Kind.DELETE, new NullValue());
    // then
    assertThat(fields.forbid(added)).isTrue();
    assertThat(fields.forbid(removed)).isFalse();
  }

  @Test
  void allowsAPatchEverythingButAnotherName() {
    // given
    var fields = ImmutableFields.ofPatch();
    // when
    var selector = fields.forbid(update("spec.selector"));
    var name = fields.forbid(update("metadata.name"));
    // then
    assertThat(selector).isFalse();
    assertThat(name).isTrue();
  }

  private static ObjectValue object(String apiVersion, String kind) {
    return PlainValues.ofMap(Map.of("apiVersion", apiVersion, "kind", kind));
  }

  private static ObjectChange update(String path) {
    return new ObjectChange(
        ObjectPath.parse(path), Kind.UPDATE, new PropertyValue.TextValue("new"));
  }
}
