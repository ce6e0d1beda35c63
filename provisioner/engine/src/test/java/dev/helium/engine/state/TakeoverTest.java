package dev.helium.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners that work and take over at the same time, wherever that falls. */
class TakeoverTest {
  private static final int TIMES = 150;
  private static final int AT_ONCE = 6;

  @TempDir Path root;
  private Locks locks;

  @BeforeEach
  void open() {
    locks = new Locks(root);
  }

  @Test
  void leavesEverythingAsItIsWhenTheLockIsTaken() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var number = 1; number <= TIMES; number++) {
        // given
        var own = number;
        var changes = new Semaphore(0);
        var old = executor.submit(() -> changeUntilFenced("a:" + own, changes));
        assertThat(changes.tryAcquire(1 + number % 7, 30, TimeUnit.SECONDS)).isTrue();
        // when
        try (var newer = locks.lock("a:" + (own + 1))) {
          var taken = locks.tree();
          // then
          assertThat(old.get(60, TimeUnit.SECONDS)).isEqualTo(FailureClass.FENCED);
          assertThat(locks.tree()).isEqualTo(taken);
          newer.require();
        }
        assertThat(locks.folder()).isEmptyDirectory();
      }
    }
  }

  @Test
  void leavesTheLockToTheHighestOfThoseWhoTakeItAtOnce() throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var round = 0; round < TIMES; round++) {
        // given
        var first = round * AT_ONCE + 1;
        var start = new CyclicBarrier(AT_ONCE);
        // when
        var taken =
            IntStream.range(first, first + AT_ONCE)
                .mapToObj(number -> executor.submit(taking("a:" + number, start)))
                .toList();
        // then
        var highest = taken.getLast().get(60, TimeUnit.SECONDS);
        for (var lock : taken.subList(0, AT_ONCE - 1)) {
          var lower = lock.get(60, TimeUnit.SECONDS);
          assertThat(lower == null ? FailureClass.FENCED : Locks.failureOf(lower::require))
              .isEqualTo(FailureClass.FENCED);
        }
        highest.require();
        highest.close();
        assertThat(locks.folder()).isEmptyDirectory();
      }
    }
  }

  /** Null when it is refused. */
  private Callable<StackLock> taking(String fence, CyclicBarrier start) {
    return () -> {
      start.await();
      try {
        return locks.lock(fence);
      } catch (EngineException refused) {
        assertThat(refused.failure().failureClass()).isEqualTo(FailureClass.FENCED);
        return null;
      }
    };
  }

  private FailureClass changeUntilFenced(String fence, Semaphore changes) {
    try (var lock = locks.lock(fence)) {
      var folder = locks.state(fence).under(lock);
      for (var change = 1; ; change++) {
        var file = folder.checkpoint(Locks.STACK);
        file.write(Locks.STACK, Locks.document(fence + "/" + change));
        folder.tags(Locks.STACK).write(new TreeMap<>(Map.of("change", Integer.toString(change))));
        new UpdateHistory(folder, Locks.STACK).add(entry(change), file.path());
        if (change % 3 == 0) {
          folder.remove(Locks.STACK);
        }
        changes.release();
      }
    } catch (EngineException failure) {
      return failure.failure().failureClass();
    }
  }

  private static UpdateHistory.Entry entry(int change) {
    var time = Instant.ofEpochSecond(change);
    return new UpdateHistory.Entry("update", time, time, "", "succeeded", Map.of());
  }
}
