package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.WorkspaceStack;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An owner is stopped at a random point between two records of the journal, another one takes its
 * stack over, and then it wakes.
 */
@ExtendWith(ClusterExtension.class)
class PauseTest {
  /** How many owners; {@code -Dhelium.pauses=200} asks for more than a build has time for. */
  private static final int PAUSES = Integer.getInteger("helium.pauses", 60);

  private static final String SCOPE = "partition-3:";

  /** The run that was paused, and one that its owner tries afterwards. */
  private static final List<String> FENCED = List.of("FENCED FENCED");

  /** It had given its lock back already. */
  private static final List<String> FENCED_OR_ENDED = List.of("FENCED FENCED", "DONE FENCED");

  /** What the new owner makes of the stack. */
  private enum Takeover {
    /** What the old one wanted. */
    FINISH,
    /** Something else. */
    CHANGE,
    /** Nothing: it destroys and removes it. */
    REMOVE
  }

  private record Pause(int seed, CrashScenario scenario, Takeover takeover, int moment) {
    static Pause of(int seed) {
      var random = new SplittableRandom(seed);
      var scenarios = CrashScenario.values();
      var takeovers = Takeover.values();
      var scenario = scenarios[random.nextInt(scenarios.length)];
      // About as many moments as it has.
      var moments = scenario == CrashScenario.CREATE ? 20 : 14;
      return new Pause(
          seed, scenario, takeovers[random.nextInt(takeovers.length)], 1 + random.nextInt(moments));
    }
  }

  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String prefix;
  private PausedOwner old;

  @BeforeEach
  void open(TestCluster cluster) throws IOException {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    prefix = cluster.uniqueName("pause");
    old = new PausedOwner(root, live.kubeconfig());
  }

  @AfterEach
  void close() throws Exception {
    old.end();
    stacks.close();
    live.close();
  }

  @Test
  void changesNothingAfterTheTakeoverWhereverTheOwnerWasPaused(TestReporter reporter)
      throws Exception {
    var fenced = 0;
    var late = 0;
    for (var seed = 1; seed <= PAUSES; seed++) {
      // given
      var pause = Pause.of(seed);
      var name = prefix + "-" + seed;
      old.begin(name, pause.scenario(), pause.moment(), SCOPE + (2 * seed));
      if (!old.isPaused()) {
        assertThat(old.outcome()).as("%s", pause).isEqualTo("DONE DONE");
        continue;
      }
      var isHeld = !isEmpty(stacks.locks(name));
      var pending = pending(name);
      takeOver(name, pause, SCOPE + (2 * seed + 1));
      var state = StateTree.of(root);
      var objects = objects(name);
      // when
      old.goOn();
      // then
      var outcome = old.outcome();
      assertThat(outcome).as("%s", pause).isIn(isHeld ? FENCED : FENCED_OR_ENDED);
      assertThat(StateTree.of(root)).as("%s", pause).isEqualTo(state);
      var changed = changed(objects, objects(name));
      assertThat(changed).as("%s", pause).allMatch(pending::contains);
      late += changed.isEmpty() ? 0 : 1;
      fenced += outcome.equals(FENCED.getFirst()) ? 1 : 0;
    }
    assertThat(fenced).isGreaterThan(PAUSES / 2);
    // Of what was under way, a request that was handed to the network right before the pause.
    assertThat(late).isLessThanOrEqualTo(1 + PAUSES / 100);
    reporter.publishEntry("owners that were paused and fenced", fenced + " of " + PAUSES);
  }

  private void takeOver(String name, Pause pause, String fence) throws Exception {
    var own = stacks.with("PULUMI_EMBEDDED_FENCE", fence);
    switch (pause.takeover()) {
      case FINISH -> pause.scenario().run(own.stack(name, pause.scenario().after(name)));
      case CHANGE ->
          own.stack(
                  name,
                  CrashScenario.program(
                      name, Map.of("a", "newer", "d", "newer"), pause.scenario().type()))
              .up();
      case REMOVE -> {
        WorkspaceStack stack = own.stack(name, context -> {});
        stack.destroy();
        stack.workspace().removeStack(name);
      }
    }
    assertThat(stacks.locks(name)).isEmptyDirectory();
    if (pause.takeover() == Takeover.REMOVE) {
      assertThat(stacks.checkpoint(name)).doesNotExist();
      assertThat(objects(name)).isEmpty();
    } else {
      assertThat(stacks.deployment(name).has("pending_operations")).isFalse();
    }
  }

  /** Every object of the stack with its version and content; none once the namespace goes. */
  private Map<String, String> objects(String namespace) {
    var objects = new TreeMap<String, String>();
    var space = live.client().namespaces().withName(namespace).get();
    if (space == null || space.getMetadata().getDeletionTimestamp() != null) {
      return objects;
    }
    objects.put("namespace", version(space));
    live.client().configMaps().inNamespace(namespace).list().getItems().stream()
        .filter(map -> !map.getMetadata().getName().equals("kube-root-ca.crt"))
        .forEach(map -> objects.put(map.getMetadata().getName(), version(map) + map.getData()));
    live.client()
        .secrets()
        .inNamespace(namespace)
        .list()
        .getItems()
        .forEach(secret -> objects.put(secret.getMetadata().getName(), version(secret)));
    return objects;
  }

  /** What the paused owner had noted that it is about to do. */
  private String pending(String name) throws IOException {
    return Files.exists(stacks.checkpoint(name))
        ? stacks.deployment(name).path("pending_operations").toString()
        : "";
  }

  private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
    return Stream.of(before, after)
        .flatMap(objects -> objects.keySet().stream())
        .filter(object -> !Objects.equals(before.get(object), after.get(object)))
        .collect(Collectors.toSet());
  }

  private static String version(HasMetadata object) {
    return object.getMetadata().getUid() + "/" + object.getMetadata().getResourceVersion();
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
