package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pulumi.Context;
import com.pulumi.automation.AutomationException;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class CancellationTest {
  @TempDir Path root;
  private Stacks stacks;
  private Live live;
  private String namespace;
  private final CountDownLatch release = new CountDownLatch(1);

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
    live = new Live(cluster);
    namespace = cluster.uniqueName("cancel");
  }

  @AfterEach
  void close() {
    release.countDown();
    stacks.close();
    live.close();
  }

  @Test
  void endsWhenTheCallingThreadIsInterrupted() throws Exception {
    // given
    var outcome = new CompletableFuture<EngineFailure>();
    var runner = Thread.ofVirtual().start(() -> outcome.complete(upFailure(stacks)));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> live.client().namespaces().withName(namespace).get() != null);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> stacks.urns("one").contains("kubernetes:core/v1:Namespace::space"));
    // when
    runner.interrupt();
    // then
    await().atMost(Duration.ofSeconds(60)).until(outcome::isDone);
    assertThat(outcome.join().failureClass()).isEqualTo(FailureClass.CANCELLED);
    assertThat(stacks.locks("one")).isEmptyDirectory();
    release.countDown();
    stacks.stack("one", Programs.configMaps(namespace, Map.of("a", "1"))).up();
    assertThat(live.configMap(namespace, "a")).isNotNull();
  }

  @Test
  void endsWhenTheTimeIsOver(TestCluster cluster) {
    // given
    try (var hasty =
        Stacks.with(
            root,
            EngineOptions.defaults()
                .withKubeconfig(new Kubeconfig.File(cluster.kubeconfig()))
                .withRunTimeout(Duration.ofSeconds(1)))) {
      // when
      var failure = upFailure(hasty);
      // then
      assertThat(failure.failureClass()).isEqualTo(FailureClass.TIMED_OUT);
      assertThat(failure.message()).contains("1 s");
      assertThat(stacks.locks("one")).isEmptyDirectory();
    }
  }

  @Test
  void cancelsWhatIsUnderWayWhenItCloses() {
    // given
    var outcome = new CompletableFuture<EngineFailure>();
    Thread.ofVirtual().start(() -> outcome.complete(upFailure(stacks)));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> live.client().namespaces().withName(namespace).get() != null);
    // when
    stacks.close();
    // then
    assertThat(outcome)
        .succeedsWithin(Duration.ofSeconds(60))
        .returns(FailureClass.CANCELLED, EngineFailure::failureClass);
    assertThat(stacks.locks("one")).isEmptyDirectory();
    assertThat(upFailure(stacks).failureClass()).isEqualTo(FailureClass.CANCELLED);
  }

  /** Makes a namespace and then waits, before it registers more. */
  private void slowProgram(Context context) {
    var space = Programs.namespace(namespace);
    Programs.name(space)
        .applyValue(
            name -> {
              waitForRelease();
              return Programs.configMap(space, "late", "1");
            });
  }

  private void waitForRelease() {
    try {
      release.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private EngineFailure upFailure(Stacks where) {
    try {
      where.stack("one", this::slowProgram).up();
      throw new AssertionError("it did not fail");
    } catch (AutomationException failure) {
      return Failures.classify(failure);
    }
  }
}
