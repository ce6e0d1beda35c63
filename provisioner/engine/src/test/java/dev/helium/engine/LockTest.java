package dev.helium.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.ConcurrentUpdateException;
import dev.helium.cluster.junit.ClusterExtension;
import dev.helium.cluster.junit.TestCluster;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ClusterExtension.class)
class LockTest {
  @TempDir Path root;
  private Stacks stacks;

  @BeforeEach
  void open(TestCluster cluster) {
    stacks = Stacks.on(root, cluster.kubeconfig());
  }

  @AfterEach
  void close() {
    stacks.close();
  }

  @Test
  void takesOverTheLockOfAProcessThatIsGone() throws Exception {
    // given
    var process = new ProcessBuilder("true").start();
    process.waitFor();
    var stack = stacks.stack("one", context -> {});
    lock(process.pid(), InetAddress.getLocalHost().getHostName(), Instant.now());
    // when
    stack.up();
    // then
    assertThat(stacks.locks("one")).isEmptyDirectory();
  }

  @Test
  void takesOverTheLockOfAProcessWhoseNumberAnotherOneHasNow() throws Exception {
    // given
    var stack = stacks.stack("one", context -> {});
    var beforeThisProcess =
        ProcessHandle.current().info().startInstant().orElseThrow().minusSeconds(60);
    lock(
        ProcessHandle.current().pid(), InetAddress.getLocalHost().getHostName(), beforeThisProcess);
    // when
    stack.up();
    // then
    assertThat(stacks.locks("one")).isEmptyDirectory();
  }

  @Test
  void refusesWhileAnotherHostHoldsTheLock() throws Exception {
    // given
    var stack = stacks.stack("one", context -> {});
    lock(1, "another-host", Instant.now());
    // when
    var failure = Attempts.failureOf(stack::up);
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.LOCKED);
    assertThat(failure.message()).contains("another-host");
    Assertions.assertThatThrownBy(stack::up).isInstanceOf(ConcurrentUpdateException.class);
  }

  @Test
  void letsOneRunAtATimeChangeAStack() throws Exception {
    // given
    var entered = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var first =
        stacks.stack(
            "one",
            context -> {
              entered.countDown();
              await(release);
            });
    var outcome = new AtomicReference<Exception>();
    var runner =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    first.up();
                  } catch (Exception failure) {
                    outcome.set(failure);
                  }
                });
    entered.await();
    // when
    var failure = Attempts.failureOf(() -> stacks.stack("one", context -> {}).up());
    release.countDown();
    runner.join();
    // then
    assertThat(failure.failureClass()).isEqualTo(FailureClass.LOCKED);
    assertThat(outcome.get()).isNull();
    stacks.stack("one", context -> {}).up();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void lock(long pid, String host, Instant time) throws Exception {
    Files.createDirectories(stacks.locks("one"));
    Files.writeString(
        stacks.locks("one").resolve(UUID.randomUUID() + ".json"),
        """
        {"pid":%d,"username":"someone","hostname":"%s","timestamp":"%s"}"""
            .formatted(pid, host, time));
  }
}
