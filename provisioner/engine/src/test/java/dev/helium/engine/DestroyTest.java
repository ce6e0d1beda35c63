package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.automation.DestroyOptions;
import com.pulumi.automation.StackNotFoundException;
import com.pulumi.automation.WorkspaceStack;
import com.pulumi.kubernetes.core.v1.ConfigMap;
import com.pulumi.kubernetes.core.v1.ConfigMapArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class DestroyTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    namespace = cluster.uniqueName("destroy");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @Test
  void removesEverythingDependentsFirst() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    stack.up();
    var deleted = new ArrayList<String>();
    // when
    stack.destroy(
        DestroyOptions.builder()
            .onEvent(
                event -> {
                  if (event.resourceOutputsEvent() != null) {
                    deleted.add(event.resourceOutputsEvent().metadata().type());
                  }
                })
            .build());
    // then
    assertThat(deleted)
        .startsWith("kubernetes:core/v1:ConfigMap", "kubernetes:core/v1:Namespace")
        .hasSize(4)
        .contains("pulumi:providers:kubernetes", "pulumi:pulumi:Stack");
    assertThat(live.configMap(namespace, "a")).isNull();
    assertThat(stacks.resources("one")).isEmpty();
    assertThat(stacks.locks("one")).isEmptyDirectory();
  }

  @Test
  void waitsUntilAnObjectIsGone() throws Exception {
    // given
    var stack = stacks.stack("one", context -> finalized("held"));
    stack.up();
    stack.close();
    var releaser =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  live.client()
                      .configMaps()
                      .inNamespace("default")
                      .withName(namespace)
                      .waitUntilCondition(
                          map -> map.getMetadata().getDeletionTimestamp() != null,
                          30,
                          TimeUnit.SECONDS);
                  release();
                });
    releaser.start();
    // when
    stacks.stack("one", context -> {}).destroy();
    // then
    assertThat(live.configMap("default", namespace)).isNull();
    releaser.join();
  }

  @Test
  void saysWhatHoldsAnObjectThatDoesNotGo(TestCluster cluster) throws Exception {
    // given
    var impatient =
        Stacks.with(
            root,
            EngineOptions.defaults()
                .withKubeconfig(new Kubeconfig.File(cluster.kubeconfig()))
                .withDeleteTimeout(Duration.ofMillis(500)));
    impatient.stack("one", context -> finalized("held")).up();
    // when
    var failure = Attempts.failureOf(() -> impatient.stack("one", context -> {}).destroy());
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.DELETE_BLOCKED);
    assertThat(failure.message()).contains("ConfigMap default/" + namespace, "test.dev/held");
    assertThat(failure.urn()).endsWith("ConfigMap::held");
    assertThat(stacks.urns("one")).contains("kubernetes:core/v1:ConfigMap::held");
    release();
    stacks.stack("one", context -> {}).destroy();
    assertThat(stacks.resources("one")).isEmpty();
    impatient.close();
  }

  @Test
  void takesWhatIsGoneAlreadyForDeleted() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    stack.up();
    live.client().configMaps().inNamespace(namespace).withName("a").delete();
    // when
    stack.destroy();
    // then
    assertThat(stacks.resources("one")).isEmpty();
  }

  @Test
  void leavesAnObjectOfTheSameNameThatSomeoneElseMade() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    stack.up();
    var map = live.configMap(namespace, "a");
    live.client().configMaps().inNamespace(namespace).withName("a").delete();
    map.getMetadata().setResourceVersion(null);
    map.getMetadata().setUid(null);
    map.getMetadata().setManagedFields(null);
    live.client().resource(map).create();
    // when
    stacks.stack("one", context -> Programs.namespace(namespace)).up();
    // then
    assertThat(live.configMap(namespace, "a")).isNotNull();
    stack.destroy();
  }

  @Test
  void refusesToRemoveAStackThatHasResources() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    stack.up();
    // when
    var failure = Attempts.failureOf(() -> stack.workspace().removeStack("one"));
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.STACK_NOT_EMPTY);
    // when
    stack.destroy();
    stack.workspace().removeStack("one");
    // then
    assertThat(stacks.checkpoint("one")).doesNotExist();
    assertThat(root.resolve("state/.pulumi/history/test/one")).doesNotExist();
    assertThatThrownBy(() -> WorkspaceStack.select("one", stack.workspace()))
        .isInstanceOf(StackNotFoundException.class);
  }

  @Test
  void waitsForTheOldNamespaceBeforeMakingANewOne() throws Exception {
    // given
    var stack = stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1")));
    stack.up();
    stack.destroy();
    // when
    stack.up();
    // then
    assertThat(live.configMap(namespace, "a")).isNotNull();
    stack.destroy();
  }

  @Test
  void refusesToDeleteWhatIsProtected() throws Exception {
    // given
    var stack =
        stacks.stack(
            "one",
            context ->
                new ConfigMap(
                    "safe",
                    ConfigMapArgs.builder().build(),
                    CustomResourceOptions.builder().protect(true).build()));
    stack.up();
    // when
    var failure = Attempts.failureOf(stack::destroy);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.INVALID);
    assertThat(failure.message()).contains("protected");
    assertThat(stacks.urns("one")).contains("kubernetes:core/v1:ConfigMap::safe");
  }

  private void finalized(String name) {
    new ConfigMap(
        name,
        ConfigMapArgs.builder()
            .metadata(
                ObjectMetaArgs.builder()
                    .name(namespace)
                    .finalizers(List.of("test.dev/held"))
                    .build())
            .build());
  }

  private void release() {
    live.client()
        .configMaps()
        .inNamespace("default")
        .withName(namespace)
        .edit(
            map -> {
              map.getMetadata().setFinalizers(List.of());
              return map;
            });
  }
}
