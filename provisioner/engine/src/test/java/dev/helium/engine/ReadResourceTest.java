package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class ReadResourceTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String name;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    name = cluster.uniqueName("read");
    make(name, "1");
  }

  @AfterEach
  void close() {
    live.client().configMaps().inNamespace("default").withName(name).delete();
    stacks.close();
    live.close();
  }

  @Test
  void readsAnObjectThatSomeoneElseManages() throws Exception {
    // given
    var stack = stacks.stack("one", reads(name));
    // when
    var result = stack.up();
    // then
    assertThat(result.outputs().get("content").value()).isEqualTo("1");
    assertThat(result.summary().resourceChanges()).doesNotContainKey(OperationType.READ);
    var map = stacks.resources("one").getLast();
    assertThat(map.path("external").asBoolean()).isTrue();
    assertThat(map.path("id").asText()).isEqualTo("default/" + name);
    assertThat(map.path("outputs").path("data").path("content").asText()).isEqualTo("1");
    stack.destroy();
  }

  @Test
  void readsAgainEachTime() throws Exception {
    // given
    stacks.stack("one", reads(name)).up();
    live.client()
        .configMaps()
        .inNamespace("default")
        .withName(name)
        .edit(map -> new ConfigMapBuilder(map).withData(Map.of("content", "2")).build());
    // when
    var result = stacks.stack("one", reads(name)).up();
    // then
    assertThat(result.outputs().get("content").value()).isEqualTo("2");
    assertThat(result.summary().resourceChanges()).contains(entry(OperationType.READ, 1));
    assertThat(stacks.urns("one")).containsOnlyOnce("kubernetes:core/v1:ConfigMap::map");
    stacks.stack("one", reads(name)).destroy();
  }

  @Test
  void neverDeletesWhatItOnlyRead() throws Exception {
    // given
    stacks.stack("one", reads(name)).up();
    // when
    var result = stacks.stack("one", context -> {}).up();
    // then
    assertThat(result.summary().resourceChanges()).contains(entry(OperationType.READ_DISCARD, 1));
    assertThat(stacks.urns("one")).noneMatch(urn -> urn.contains("ConfigMap"));
    assertThat(live.configMap("default", name)).isNotNull();
    stacks.stack("one", reads(name)).up();
    stacks.stack("one", reads(name)).destroy();
    assertThat(stacks.resources("one")).isEmpty();
    assertThat(live.configMap("default", name)).isNotNull();
  }

  @Test
  void namesAnObjectThatIsNotThere() throws Exception {
    // given
    var stack = stacks.stack("one", reads(name + "-absent"));
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.NOT_FOUND);
    assertThat(failure.message()).contains("resource 'default/" + name + "-absent' does not exist");
    assertThat(failure.urn()).endsWith("::map");
    stack.destroy();
  }

  @Test
  void readsInPlaceOfWhatItManagedAndDeletesThat() throws Exception {
    // given
    stacks.stack("one", manages(name + "-own")).up();
    // when
    var result = stacks.stack("one", reads(name)).up();
    // then
    assertThat(result.summary().resourceChanges())
        .containsOnly(entry(OperationType.SAME, 1), entry(OperationType.REPLACE, 1));
    assertThat(live.configMap("default", name + "-own")).isNull();
    assertThat(live.configMap("default", name)).isNotNull();
    stacks.stack("one", reads(name)).destroy();
  }

  @Test
  void letsGoOfWhatItManagedWhenTheProgramOnlyReadsIt() throws Exception {
    // given
    stacks.stack("one", manages(name + "-own")).up();
    // when
    var result = stacks.stack("one", reads(name + "-own")).up();
    // then
    assertThat(result.summary().resourceChanges())
        .doesNotContainKeys(OperationType.DELETE, OperationType.DELETE_REPLACED);
    assertThat(stacks.resources("one").getLast().path("external").asBoolean()).isTrue();
    assertThat(live.configMap("default", name + "-own")).isNotNull();
    stacks.stack("one", context -> {}).up();
    assertThat(live.configMap("default", name + "-own")).isNotNull();
    live.client().configMaps().inNamespace("default").withName(name + "-own").delete();
  }

  @Test
  void createsInPlaceOfWhatItReadAndLeavesThatAlone() throws Exception {
    // given
    stacks.stack("one", reads(name)).up();
    // when
    var result = stacks.stack("one", manages(name + "-own")).up();
    // then
    assertThat(result.summary().resourceChanges())
        .containsOnly(entry(OperationType.SAME, 1), entry(OperationType.REPLACE, 1));
    assertThat(live.configMap("default", name)).isNotNull();
    assertThat(live.configMap("default", name + "-own")).isNotNull();
    assertThat(stacks.resources("one").getLast().has("external")).isFalse();
    stacks.stack("one", manages(name + "-own")).destroy();
    assertThat(live.configMap("default", name + "-own")).isNull();
  }

  private void make(String object, String content) {
    live.client()
        .resource(
            new ConfigMapBuilder()
                .withNewMetadata()
                .withName(object)
                .withNamespace("default")
                .endMetadata()
                .withData(Map.of("content", content))
                .build())
        .create();
  }

  private static Consumer<Context> reads(String object) {
    return context -> {
      var map = ConfigMap.get("map", Output.of("default/" + object), null);
      context.export("content", map.data().applyValue(data -> data.get("content")));
    };
  }

  private static Consumer<Context> manages(String object) {
    return context -> Programs.configMap("default", "map", object, "own");
  }
}
