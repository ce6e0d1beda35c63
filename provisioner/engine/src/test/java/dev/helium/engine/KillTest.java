package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.OperationType;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every point between two records of the journal, in every kind of run, is one kill -9. */
@ExtendWith(ClusterExtension.class)
class KillTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String prefix;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    prefix = cluster.uniqueName("kill");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @ParameterizedTest
  @EnumSource(CrashScenario.class)
  void leavesNothingDoubledLostOrLockedWhereverItIsKilled(CrashScenario scenario) throws Exception {
    // given
    var names = IntStream.rangeClosed(1, scenario.moments()).mapToObj(this::name).toList();
    for (var name : names) {
      // Made here, so that all of them have one salt and one key.
      stacks.stack(name, context -> {});
    }
    var unharmed = bringToTheirMomentsAndKill(scenario, names);
    // The last one came to its end, so there is no moment that was missed.
    assertThat(unharmed).doesNotContain(name(1)).contains(names.getLast());
    for (var name : names) {
      // when
      var stack = stacks.stack(name, scenario.after(name));
      scenario.run(stack);
      // then
      if (scenario == CrashScenario.DESTROY) {
        assertGone(name);
      } else {
        assertComplete(name, scenario);
        assertThat(stack.up().summary().resourceChanges()).containsOnlyKeys(OperationType.SAME);
        stack.destroy();
        assertGone(name);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CrashScenario.class)
  void destroysWhatWasLeftWhereverItIsKilled(CrashScenario scenario) throws Exception {
    // given
    var names =
        IntStream.rangeClosed(1, scenario.moments() / 3)
            .mapToObj(third -> name(third * 3))
            .toList();
    for (var name : names) {
      stacks.stack(name, context -> {});
    }
    var _ = bringToTheirMomentsAndKill(scenario, names);
    for (var name : names) {
      // when
      stacks.stack(name, context -> {}).destroy();
      // then
      assertGone(name);
    }
  }

  private String name(int moment) {
    return prefix + "-" + moment;
  }

  private void assertComplete(String name, CrashScenario scenario) {
    assertThat(stacks.urns(name))
        .contains(scenario.urns().toArray(String[]::new))
        .hasSize(scenario.urns().size() + 1);
    assertClean(name);
    assertThat(contents(name)).isEqualTo(scenario.contents());
    var secrets = secrets(name);
    assertThat(secrets).extracting(Secret::getType).containsOnly(scenario.type());
    assertThat(secrets).extracting(secret -> resource(secret)).containsExactly("auto", "named");
    assertThat(recordedUids(name)).isEqualTo(liveUids(name));
  }

  private void assertGone(String name) {
    assertThat(stacks.resources(name)).isEmpty();
    assertClean(name);
    assertThat(contents(name)).isEmpty();
    assertThat(secrets(name)).isEmpty();
    var space = live.client().namespaces().withName(name).get();
    assertThat(space == null || space.getMetadata().getDeletionTimestamp() != null).isTrue();
  }

  private void assertClean(String name) {
    assertThat(stacks.deployment(name).has("pending_operations")).isFalse();
    assertThat(stacks.locks(name)).isEmptyDirectory();
  }

  private Map<String, String> contents(String namespace) {
    var contents = new TreeMap<String, String>();
    live.client().configMaps().inNamespace(namespace).list().getItems().stream()
        .filter(map -> !map.getMetadata().getName().equals("kube-root-ca.crt"))
        .forEach(map -> contents.put(map.getMetadata().getName(), map.getData().get("content")));
    return contents;
  }

  private List<Secret> secrets(String namespace) {
    return live.client().secrets().inNamespace(namespace).list().getItems();
  }

  private static String resource(HasMetadata secret) {
    return secret.getMetadata().getName().replaceAll("-.*", "");
  }

  private Set<String> recordedUids(String name) {
    var uids = new HashSet<String>();
    for (var resource : stacks.resources(name)) {
      var uid = resource.path("outputs").path("metadata").path("uid").asText("");
      if (!uid.isEmpty()) {
        uids.add(uid);
      }
    }
    return uids;
  }

  private Set<String> liveUids(String name) {
    var objects = new ArrayList<HasMetadata>(secrets(name));
    objects.add(live.client().namespaces().withName(name).get());
    live.client().configMaps().inNamespace(name).list().getItems().stream()
        .filter(map -> !map.getMetadata().getName().equals("kube-root-ca.crt"))
        .forEach(objects::add);
    var uids = new HashSet<String>();
    objects.forEach(object -> uids.add(object.getMetadata().getUid()));
    return uids;
  }

  /** The names of the stacks whose run ended before its moment came. */
  private List<String> bringToTheirMomentsAndKill(CrashScenario scenario, List<String> names)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=16",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledProcess.class.getName(),
                root.toString(),
                live.kubeconfig().toString()));
    for (var name : names) {
      var moment = name.substring(name.lastIndexOf('-') + 1);
      command.add(name + "," + scenario + "," + moment);
    }
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var output = process.inputReader()) {
      var lines = output.lines().takeWhile(line -> !line.equals(KilledProcess.READY)).toList();
      assertThat(process.isAlive()).as("the process came to the end of its work").isTrue();
      return lines.stream()
          .filter(line -> line.startsWith(KilledProcess.ENDED))
          .map(line -> line.substring(KilledProcess.ENDED.length()))
          .toList();
    } finally {
      // SIGKILL, on every platform that has it.
      process.destroyForcibly();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }
}
