package dev.helium.engine.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.deployment.internal.Runner;
import dev.helium.engine.EngineUnusableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RunLoopTest {
  private final Map<CompletableFuture<Void>, List<String>> tasks = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();

  @Test
  void replacesTheLoopOfTheKnownVersion() throws Exception {
    // given
    SdkChanges.ensure();
    // when
    var runner =
        Class.forName(
            "com.pulumi.deployment.internal.DeploymentImpl$DefaultRunner",
            false,
            Runner.class.getClassLoader());
    // then
    assertThat(ChangedClass.class).isAssignableFrom(runner);
    assertThatCode(SdkChanges::ensure).doesNotThrowAnyException();
  }

  @Test
  void refusesALoopItDoesNotKnow() {
    // given
    var other = new byte[] {1, 2, 3};
    // when
    assertThatThrownBy(() -> SdkChanges.RUNNER.change(other))
        // then
        .isInstanceOf(EngineUnusableException.class)
        .hasMessageContaining("1.36.1");
  }

  @Test
  void drainsWhenEveryTaskHasEndedAlsoThoseAddedLater() throws Exception {
    // given
    var first = task();
    RunLoop.untilDone(tasks, drained, this::handle);
    assertThat(drained).isNotDone();
    // when
    var second = task();
    first.complete(null);
    second.complete(null);
    // then
    drained.get(60, TimeUnit.SECONDS);
    assertThat(tasks).isEmpty();
  }

  @Test
  void failsWithTheFirstTaskThatFailsThoughOthersGoOn() {
    // given
    var unfinished = task();
    RunLoop.untilDone(tasks, drained, this::handle);
    // when
    task().completeExceptionally(new IllegalStateException("broken"));
    // then
    assertThat(drained).failsWithin(Duration.ofSeconds(60));
    assertThat(unfinished).isNotDone();
  }

  @Test
  void refusesAPoolInWhichProgramsWouldHang() {
    // given
    var tooSmall = 1;
    // when
    assertThatThrownBy(() -> CommonPool.requireLargeEnough(tooSmall))
        // then
        .isInstanceOf(EngineUnusableException.class)
        .hasMessageContaining("ForkJoinPool.common.parallelism=16");
  }

  // The SDK's own map has futures for keys; they are equal when they are the same.
  @SuppressWarnings("CollectionUndefinedEquality")
  private void handle(CompletableFuture<Void> task) {
    tasks.remove(task);
    task.join();
  }

  private CompletableFuture<Void> task() {
    var task = new CompletableFuture<Void>();
    tasks.put(task, List.of("test"));
    return task;
  }
}
