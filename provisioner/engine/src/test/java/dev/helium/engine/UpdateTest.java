package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.UpResult;
import com.pulumi.automation.UpdateKind;
import com.pulumi.automation.UpdateState;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class UpdateTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    namespace = cluster.uniqueName("update");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @Test
  void createsWhatTheProgramRegisters() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1", "b", "2")));
    // when
    var result = stack.up();
    // then
    assertThat(result.outputs().get("namespace").value()).isEqualTo(namespace);
    assertThat(live.configMap(namespace, "a").getData()).containsEntry("content", "1");
    assertThat(live.configMap(namespace, "b").getData()).containsEntry("content", "2");
    assertThat(changes(result)).containsOnly(entry(OperationType.CREATE, 4));
    assertThat(result.summary().kind()).isEqualTo(UpdateKind.UPDATE);
    assertThat(result.summary().result()).isEqualTo(UpdateState.SUCCEEDED);
  }

  @Test
  void recordsResourcesAsTheCommandLineDoes() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    // when
    stack.up();
    // then
    assertThat(stacks.urns("one"))
        .containsExactly(
            "pulumi:pulumi:Stack::test-one",
            "pulumi:providers:kubernetes::default_4_0_0",
            "kubernetes:core/v1:Namespace::space",
            "kubernetes:core/v1:ConfigMap::a");
    var provider = stacks.resources("one").get(1);
    assertThat(provider.path("inputs").path("version").asText()).isEqualTo("4.0.0");
    var map = stacks.resources("one").get(3);
    assertThat(map.path("custom").asBoolean()).isTrue();
    assertThat(map.path("id").asText()).isEqualTo(namespace + "/a");
    assertThat(map.path("parent").asText())
        .isEqualTo("urn:pulumi:one::test::pulumi:pulumi:Stack::test-one");
    assertThat(map.path("provider").asText())
        .isEqualTo(provider.path("urn").asText() + "::" + provider.path("id").asText());
    assertThat(map.path("dependencies").get(0).asText()).endsWith("Namespace::space");
    assertThat(map.path("propertyDependencies").path("metadata")).hasSize(1);
    assertThat(map.path("inputs").path("data").path("content").asText()).isEqualTo("1");
    assertThat(map.path("outputs").path("metadata").path("uid").asText()).isNotEmpty();
    assertThat(stacks.deployment("one").path("manifest").path("magic").asText()).hasSize(64);
    assertThat(stacks.deployment("one").has("pending_operations")).isFalse();
    assertThat(Files.readString(root.resolve("state/.pulumi/meta.yaml"))).contains("version: 1");
    assertThat(stacks.locks("one")).isEmptyDirectory();
  }

  @Test
  void changesNothingWhenTheProgramSaysTheSame() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    stack.up();
    var before = Files.readString(stacks.checkpoint("one"));
    var version = live.configMap(namespace, "a").getMetadata().getResourceVersion();
    // when
    var result = stack.up();
    // then
    assertThat(changes(result)).containsOnly(entry(OperationType.SAME, 3));
    assertThat(live.configMap(namespace, "a").getMetadata().getResourceVersion())
        .isEqualTo(version);
    assertThat(Files.readString(stacks.checkpoint("one"))).isEqualTo(before);
  }

  @Test
  void updatesInPlace() throws Exception {
    // given
    stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1"))).up();
    var uid = live.configMap(namespace, "a").getMetadata().getUid();
    // when
    var result = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "2"))).up();
    // then
    assertThat(changes(result)).contains(entry(OperationType.UPDATE, 1));
    assertThat(live.configMap(namespace, "a").getData()).containsEntry("content", "2");
    assertThat(live.configMap(namespace, "a").getMetadata().getUid()).isEqualTo(uid);
    assertThat(stacks.resources("one").get(3).path("inputs").path("data").path("content").asText())
        .isEqualTo("2");
  }

  @Test
  void deletesWhatTheProgramNoLongerRegisters() throws Exception {
    // given
    stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1", "b", "2"))).up();
    // when
    var result = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1"))).up();
    // then
    assertThat(changes(result)).contains(entry(OperationType.DELETE, 1));
    assertThat(live.configMap(namespace, "b")).isNull();
    assertThat(live.configMap(namespace, "a")).isNotNull();
    assertThat(stacks.urns("one")).doesNotContain("kubernetes:core/v1:ConfigMap::b");
  }

  @Test
  void replacesWhatCannotChangeAndDeletesTheOldOneAfterwards() throws Exception {
    // given
    stacks.stack("one", context -> named(context.config().require("name"))).setAllConfig(name("x"));
    stacks.stack("one", context -> named(context.config().require("name"))).up();
    // when
    var stack = stacks.stack("one", context -> named(context.config().require("name")));
    stack.setAllConfig(name("y"));
    var result = stack.up();
    // then
    assertThat(changes(result))
        .containsOnly(entry(OperationType.REPLACE, 1), entry(OperationType.SAME, 1));
    assertThat(live.configMap("default", namespace + "-x")).isNull();
    assertThat(live.configMap("default", namespace + "-y")).isNotNull();
    assertThat(stacks.urns("one")).containsOnlyOnce("kubernetes:core/v1:ConfigMap::named");
    stack.destroy();
  }

  @Test
  void namesObjectsThatHaveNoName() throws Exception {
    // given
    var stack =
        stacks.stack(
            "one",
            context -> {
              var map = new ConfigMap("auto", ConfigMapArgs.builder().data(Map.of()).build());
              context.export("name", map.metadata().applyValue(data -> data.name().orElseThrow()));
            });
    // when
    var first = stack.up().outputs().get("name").value().toString();
    var second = stack.up().outputs().get("name").value().toString();
    // then
    assertThat(first).matches("auto-[0-9a-f]{8}").isEqualTo(second);
    assertThat(live.configMap("default", first).getMetadata().getAnnotations())
        .containsEntry("pulumi.com/autonamed", "true");
    stack.destroy();
  }

  @Test
  void namesChildrenAfterTheTypesOfTheirParents() throws Exception {
    // given
    var stack =
        stacks.stack(
            "one",
            context -> {
              var parent = new ComponentResource("test:index:Group", "group") {};
              new ConfigMap(
                  "child",
                  ConfigMapArgs.builder().data(Map.of()).build(),
                  CustomResourceOptions.builder().parent(parent).build());
            });
    // when
    stack.up();
    // then
    assertThat(stacks.urns("one"))
        .contains(
            "test:index:Group::group", "test:index:Group$kubernetes:core/v1:ConfigMap::child");
    stack.destroy();
  }

  private void named(String suffix) {
    Programs.configMap("default", "named", namespace + "-" + suffix, "same");
  }

  private static Map<String, ConfigValue> name(String value) {
    return Map.of("name", new ConfigValue(value));
  }

  private static Map<OperationType, Integer> changes(UpResult result) {
    return result.summary().resourceChanges();
  }
}
