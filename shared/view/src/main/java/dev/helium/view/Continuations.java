package dev.helium.view;

import com.hazelcast.internal.util.ConcurrencyUtil;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * The threads on which Hazelcast goes on with an answer. Its own choice is the common pool, but
 * where that has one thread, as on two processors, a new thread for each answer: measured, most of
 * what a read cost.
 */
final class Continuations {
  private static final int THREADS = 2;
  private static final Executor POOL =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().daemon().name("hazelcast-continuation-", 1).factory());

  private Continuations() {}

  /**
   * Has all members of this process use them. There is no setting for it, so this alone calls what
   * Hazelcast calls internal.
   */
  static void use() {
    ConcurrencyUtil.setDefaultAsyncExecutor(POOL);
  }
}
