package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ClusterExtension.class)
class CrashTest {
  private static final List<String> EVERYTHING =
      List.of(
          "kubernetes:core/v1:ConfigMap::a",
          "kubernetes:core/v1:ConfigMap::b",
          "kubernetes:core/v1:ConfigMap::c",
          "kubernetes:core/v1:Namespace::space",
          "pulumi:providers:kubernetes::default_4_0_0",
          "pulumi:pulumi:Stack::test-one");

  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String namespace;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    namespace = cluster.uniqueName("crash");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 11, 13, 16})
  void finishesAnUpdateThatDied(int moment) throws Exception {
    // given
    assertThat(run("up", moment)).isEqualTo(CrashingRun.DIED);
    // when
    stacks.stack("one", Programs.configMaps(namespace, CrashingRun.contents())).up();
    // then
    assertThat(stacks.urns("one")).containsExactlyInAnyOrderElementsOf(EVERYTHING);
    assertThat(stacks.deployment("one").has("pending_operations")).isFalse();
    assertThat(stacks.locks("one")).isEmptyDirectory();
    assertThat(made()).containsExactlyInAnyOrder("a", "b", "c");
    stacks.stack("one", context -> {}).destroy();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 14})
  void destroysWhatAnUpdateThatDiedLeftBehind(int moment) throws Exception {
    // given
    assertThat(run("up", moment)).isEqualTo(CrashingRun.DIED);
    // when
    stacks.stack("one", context -> {}).destroy();
    // then
    assertThat(stacks.resources("one")).isEmpty();
    assertThat(stacks.deployment("one").has("pending_operations")).isFalse();
    assertThat(made()).isEmpty();
    assertThat(isNamespaceGoing()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 6})
  void finishesADestroyThatDied(int moment) throws Exception {
    // given
    stacks.stack("one", Programs.configMaps(namespace, CrashingRun.contents())).up();
    assertThat(run("destroy", moment)).isEqualTo(CrashingRun.DIED);
    // when
    stacks.stack("one", context -> {}).destroy();
    // then
    assertThat(stacks.resources("one")).isEmpty();
    assertThat(made()).isEmpty();
    assertThat(isNamespaceGoing()).isTrue();
  }

  private List<String> made() {
    return live.client().configMaps().inNamespace(namespace).list().getItems().stream()
        .map(map -> map.getMetadata().getName())
        .filter(name -> !name.equals("kube-root-ca.crt"))
        .toList();
  }

  private boolean isNamespaceGoing() {
    var space = live.client().namespaces().withName(namespace).get();
    return space == null || space.getMetadata().getDeletionTimestamp() != null;
  }

  private int run(String command, int moment) throws Exception {
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var process =
        new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=16",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                CrashingRun.class.getName(),
                root.toString(),
                live.kubeconfig().toString(),
                namespace,
                command,
                Integer.toString(moment))
            .inheritIO()
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
