package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.pulumi.Context;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.UpOptions;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a run finds when the one before it ended between the note and the deed, or after the deed.
 */
@ExtendWith(ClusterExtension.class)
class PendingOperationsTest {
  private static final String MAP = "kubernetes:core/v1:ConfigMap::a";

  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    namespace = cluster.uniqueName("pending");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @ParameterizedTest
  @CsvSource({"true, SAME", "false, CREATE"})
  void adoptsWhatACreationMadeAndMakesWhatItDidNot(boolean happened, OperationType expected)
      throws Exception {
    // given
    var program = Programs.configMaps(namespace, Map.of("a", "1"));
    stacks.stack("one", program).up();
    var uid = live.configMap(namespace, "a").getMetadata().getUid();
    interrupt("creating", true);
    if (!happened) {
      live.client().configMaps().inNamespace(namespace).withName("a").delete();
    }
    // when
    var result = stacks.stack("one", program).up();
    // then
    assertThat(result.summary().resourceChanges().containsKey(OperationType.CREATE))
        .isEqualTo(expected == OperationType.CREATE);
    var now = live.configMap(namespace, "a").getMetadata().getUid();
    assertThat(now.equals(uid)).isEqualTo(happened);
    assertThat(stacks.resources("one").getLast().path("outputs").path("metadata").path("uid"))
        .hasToString('"' + now + '"');
    assertClean();
    stacks.stack("one", context -> {}).destroy();
  }

  @Test
  void givesWhatWasNotMadeYetTheNameThatALateRequestWouldGiveIt() throws Exception {
    // given
    Consumer<Context> program =
        context ->
            new ConfigMap(
                "a",
                ConfigMapArgs.builder()
                    .metadata(
                        ObjectMetaArgs.builder()
                            .namespace(Programs.name(Programs.namespace(namespace)))
                            .build())
                    .build());
    stacks.stack("one", program).up();
    var name = nameOfLast();
    interrupt("creating", true);
    live.client().configMaps().inNamespace(namespace).withName(name).delete();
    // when
    stacks.stack("one", program).up();
    // then
    assertThat(nameOfLast()).isEqualTo(name);
    assertThat(live.configMap(namespace, name)).isNotNull();
    assertClean();
    stacks.stack("one", context -> {}).destroy();
  }

  private String nameOfLast() {
    var last = stacks.resources("one").getLast();
    return last.path("outputs").path("metadata").path("name").asText();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void deletesAgainWhateverBecameOfADeletion(boolean happened) throws Exception {
    // given
    stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1"))).up();
    interrupt("deleting", false);
    if (happened) {
      live.client().configMaps().inNamespace(namespace).withName("a").delete();
    }
    // when
    stacks.stack("one", Programs.configMaps(namespace, Map.of())).up();
    // then
    assertThat(live.configMap(namespace, "a")).isNull();
    assertThat(stacks.urns("one")).doesNotContain(MAP);
    assertClean();
    stacks.stack("one", context -> {}).destroy();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void updatesAgainWhateverBecameOfAnUpdate(String found) throws Exception {
    // given
    stacks.stack("one", Programs.configMaps(namespace, Map.of("a", found))).up();
    interrupt("updating", false);
    // when
    stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "2"))).up();
    // then
    assertThat(live.configMap(namespace, "a").getData()).containsEntry("content", "2");
    assertClean();
    stacks.stack("one", context -> {}).destroy();
  }

  enum Deletion {
    NOT_BEGUN,
    UNDER_WAY,
    DONE
  }

  @ParameterizedTest
  @EnumSource(Deletion.class)
  void keepsWhatAnEarlierRunWantedDeletedOnlyIfItCanStay(Deletion deletion) throws Exception {
    // given
    var program = Programs.configMaps(namespace, Map.of("a", "1"));
    stacks.stack("one", program).up();
    var uid = live.configMap(namespace, "a").getMetadata().getUid();
    interrupt("deleting", false);
    switch (deletion) {
      case NOT_BEGUN -> {}
      case UNDER_WAY -> {
        finalizers(List.of("test.dev/held"));
        delete();
      }
      case DONE -> delete();
    }
    // when
    stacks
        .stack("one", program)
        .up(
            UpOptions.builder()
                .onStandardOutput(
                    line -> {
                      if (line.contains("waiting until")) {
                        finalizers(List.of());
                      }
                    })
                .build());
    // then
    var now = live.configMap(namespace, "a").getMetadata();
    assertThat(now.getDeletionTimestamp()).isNull();
    assertThat(now.getUid().equals(uid)).isEqualTo(deletion == Deletion.NOT_BEGUN);
    assertThat(stacks.urns("one")).containsOnlyOnce(MAP);
    assertClean();
    stacks.stack("one", context -> {}).destroy();
  }

  private void delete() {
    live.client().configMaps().inNamespace(namespace).withName("a").delete();
  }

  private void finalizers(List<String> finalizers) {
    live.client()
        .configMaps()
        .inNamespace(namespace)
        .withName("a")
        .edit(
            map -> {
              map.getMetadata().setFinalizers(finalizers);
              return map;
            });
  }

  private void assertClean() {
    assertThat(stacks.deployment("one").has("pending_operations")).isFalse();
  }

  /** Writes the state as it is while an operation on the config map is under way. */
  private void interrupt(String operation, boolean unrecorded) throws IOException {
    var mapper = new ObjectMapper();
    var file = stacks.checkpoint("one").toFile();
    var document = mapper.readTree(file);
    var latest = (ObjectNode) document.path("checkpoint").path("latest");
    var resources = (ArrayNode) latest.path("resources");
    var last = resources.size() - 1;
    var map = (ObjectNode) resources.get(last).deepCopy();
    assertThat(map.path("urn").asText()).endsWith(MAP);
    if (unrecorded) {
      resources.remove(last);
      map.remove("outputs");
      map.remove("id");
    }
    latest.putArray("pending_operations").addObject().put("type", operation).set("resource", map);
    mapper.writeValue(file, document);
  }
}
