package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.UpResult;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class ImportTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String name;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    name = cluster.uniqueName("import");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @Test
  void takesAnObjectThatExists() throws Exception {
    // given
    var uid = make(name, "1");
    // when
    var result = stacks.stack("one", imports(name, "1")).up();
    // then
    assertThat(changes(result))
        .contains(entry(OperationType.IMPORT, 1))
        .doesNotContainKey(OperationType.UPDATE);
    assertThat(live.configMap("default", name).getMetadata().getUid()).isEqualTo(uid);
    var map = stacks.resources("one").getLast();
    assertThat(map.path("id").asText()).isEqualTo("default/" + name);
    assertThat(map.path("importID").asText()).isEqualTo("default/" + name);
    assertThat(map.path("inputs").path("data").path("content").asText()).isEqualTo("1");
    assertThat(map.path("created").asText()).isNotEmpty();
    stacks.stack("one", imports(name, "1")).destroy();
    assertThat(live.configMap("default", name)).isNull();
  }

  @Test
  void bringsWhatItTookToWhatTheProgramSays() throws Exception {
    // given
    var uid = make(name, "1");
    var program =
        program(
            name,
            Map.of("content", "1", "more", "2"),
            options -> options.importId("default/" + name));
    // when
    var result = stacks.stack("one", program).up();
    // then
    assertThat(changes(result))
        .contains(entry(OperationType.IMPORT, 1), entry(OperationType.UPDATE, 1));
    assertThat(live.configMap("default", name).getData()).containsEntry("more", "2");
    assertThat(live.configMap("default", name).getMetadata().getUid()).isEqualTo(uid);
    assertThat(stacks.urns("one")).containsOnlyOnce("kubernetes:core/v1:ConfigMap::taken");
    stacks.stack("one", program).destroy();
  }

  @Test
  void importsOnceOnly() throws Exception {
    // given
    make(name, "1");
    stacks.stack("one", imports(name, "1")).up();
    // when
    var again = stacks.stack("one", imports(name, "1")).up();
    var without = stacks.stack("one", program(name, "1", options -> options)).up();
    // then
    assertThat(changes(again)).containsOnlyKeys(OperationType.SAME);
    assertThat(changes(without)).containsOnlyKeys(OperationType.SAME);
    assertThat(stacks.resources("one").getLast().has("importID")).isFalse();
    stacks.stack("one", imports(name, "1")).destroy();
  }

  @Test
  void namesAnObjectThatIsNotThere() throws Exception {
    // given
    var stack = stacks.stack("one", imports(name, "1"));
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.NOT_FOUND);
    assertThat(failure.message()).contains("resource 'default/" + name + "' does not exist");
    assertThat(stacks.urns("one")).noneMatch(urn -> urn.contains("taken"));
    assertThat(stacks.deployment("one").has("pending_operations")).isFalse();
  }

  @Test
  void replacesWhatIsRecordedByWhatAnotherIdNames() throws Exception {
    // given
    make(name + "-a", "1");
    make(name + "-b", "1");
    stacks.stack("one", imports(name + "-a", "1")).up();
    // when
    var result = stacks.stack("one", imports(name + "-b", "1")).up();
    // then
    assertThat(changes(result))
        .containsOnly(entry(OperationType.SAME, 1), entry(OperationType.REPLACE, 1));
    assertThat(live.configMap("default", name + "-a")).isNull();
    assertThat(live.configMap("default", name + "-b")).isNotNull();
    assertThat(stacks.resources("one").getLast().path("importID").asText())
        .isEqualTo("default/" + name + "-b");
    stacks.stack("one", imports(name + "-b", "1")).destroy();
  }

  @Test
  void doesNotReplaceWhatStillNamesItsImportId() throws Exception {
    // given
    make(name, "1");
    stacks.stack("one", imports(name, "1")).up();
    var elsewhere = program(name + "-other", "1", options -> options.importId("default/" + name));
    // when
    var failure = Attempts.failureOf(() -> stacks.stack("one", elsewhere).up());
    // then
    assertThat(failure.message())
        .contains("previously-imported resources that still specify an ID may not be replaced")
        .contains("metadata.name");
    assertThat(live.configMap("default", name)).isNotNull();
    stacks.stack("one", imports(name, "1")).destroy();
  }

  @Test
  void leavesIgnoredInputsAsTheyAre() throws Exception {
    // given
    make(name, "1");
    var program =
        program(name, "2", options -> options.importId("default/" + name).ignoreChanges("data"));
    // when
    var result = stacks.stack("one", program).up();
    // then
    assertThat(changes(result)).doesNotContainKey(OperationType.UPDATE);
    assertThat(live.configMap("default", name).getData()).containsEntry("content", "1");
    stacks.stack("one", program).destroy();
  }

  @Test
  void keepsAnObjectThatIsOnlyLentToTheStack() throws Exception {
    // given
    make(name, "1");
    var program =
        program(name, "1", options -> options.importId("default/" + name).retainOnDelete(true));
    stacks.stack("one", program).up();
    // when
    stacks.stack("one", program).destroy();
    // then
    assertThat(live.configMap("default", name)).isNotNull();
    live.client().configMaps().inNamespace("default").withName(name).delete();
  }

  @Test
  void protectsWhatItTook() throws Exception {
    // given
    make(name, "1");
    var program = program(name, "1", options -> options.importId("default/" + name).protect(true));
    stacks.stack("one", program).up();
    // when
    var failure = Attempts.failureOf(() -> stacks.stack("one", program).destroy());
    // then
    assertThat(failure.message()).contains("protected");
    stacks.stack("one", imports(name, "1")).up();
    stacks.stack("one", imports(name, "1")).destroy();
  }

  private String make(String object, String content) {
    var map =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName(object)
            .withNamespace("default")
            .endMetadata()
            .withData(Map.of("content", content))
            .build();
    return live.client().resource(map).create().getMetadata().getUid();
  }

  private static Consumer<Context> imports(String object, String content) {
    return program(object, content, options -> options.importId("default/" + object));
  }

  private static Consumer<Context> program(
      String object, String content, UnaryOperator<CustomResourceOptions.Builder> options) {
    return program(object, Map.of("content", content), options);
  }

  private static Consumer<Context> program(
      String object,
      Map<String, String> data,
      UnaryOperator<CustomResourceOptions.Builder> options) {
    return context ->
        new ConfigMap(
            "taken",
            ConfigMapArgs.builder()
                .metadata(ObjectMetaArgs.builder().name(object).namespace("default").build())
                .data(data)
                .build(),
            options.apply(CustomResourceOptions.builder()).build());
  }

  private static Map<OperationType, Integer> changes(UpResult result) {
    return result.summary().resourceChanges();
  }
}
