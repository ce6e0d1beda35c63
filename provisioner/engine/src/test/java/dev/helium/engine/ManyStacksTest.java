package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class ManyStacksTest {
  private static final int AT_ONCE = 8;

  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String prefix;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    prefix = cluster.uniqueName("many");
  }

  @AfterEach
  void close() {
    stacks.close();
    live.close();
  }

  @Test
  void runsEightStacksAtOnceWithoutMixingThemUp() throws Exception {
    // given
    var jobs =
        IntStream.range(0, AT_ONCE)
            .<Callable<String>>mapToObj(number -> () -> upAndDown("s" + number, number))
            .toList();
    try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
      // when
      var results = executor.invokeAll(jobs);
      // then
      for (int number = 0; number < AT_ONCE; number++) {
        assertThat(results.get(number).get()).isEqualTo(prefix + "-" + number);
      }
    }
  }

  @Test
  void keepsNoThreadOfAStackThatIsDone() throws Exception {
    // given
    for (int number = 0; number < 3; number++) {
      upAndDown("warm" + number, number);
    }
    var before = Thread.getAllStackTraces().size();
    // when
    for (int number = 10; number < 30; number++) {
      upAndDown("s" + number, number);
    }
    // then
    assertThat(Thread.getAllStackTraces()).hasSizeLessThan(before + 8);
  }

  private String upAndDown(String name, int number) throws Exception {
    var namespace = prefix + "-" + number;
    var stack = stacks.stack(name, Programs.configMaps(namespace, Map.of("a", name)));
    var output = stack.up().outputs().get("namespace").value().toString();
    assertThat(live.configMap(namespace, "a").getData()).containsEntry("content", name);
    stack.destroy();
    assertThat(stacks.resources(name)).isEmpty();
    stack.workspace().removeStack(name);
    return output;
  }
}
