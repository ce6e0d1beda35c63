package dev.helium.story.benchmark.deletion;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does the same for many numbers, a few at once. */
public final class Parallel {
  private static final int AT_ONCE = 8;

  private Parallel() {}

  /** Returns when it is done for all from 0 up; the first failure ends it. */
  public static void each(int count, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> done =
          IntStream.range(0, AT_ONCE)
              .mapToObj(
                  ignored -> CompletableFuture.runAsync(() -> all(next, count, work), workers))
              .toList();
      done.forEach(CompletableFuture::join);
    }
  }

  private static void all(AtomicInteger next, int count, IntConsumer work) {
    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
      work.accept(number);
    }
  }
}
