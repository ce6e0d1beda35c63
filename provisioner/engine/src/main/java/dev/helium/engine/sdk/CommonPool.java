package dev.helium.engine.sdk;

import dev.helium.engine.EngineUnusableException;
import java.util.concurrent.ForkJoinPool;

/** The SDK runs programs on the common pool and waits inside it. */
public final class CommonPool {
  private static final int LEAST = 4;
  private static final String FLAG = "java.util.concurrent.ForkJoinPool.common.parallelism";

  private CommonPool() {}

  /** Refuses a pool in which a program that waits would wait for ever. */
  public static void requireLargeEnough() {
    requireLargeEnough(ForkJoinPool.getCommonPoolParallelism());
  }

  static void requireLargeEnough(int parallelism) {
    if (parallelism < LEAST) {
      throw new EngineUnusableException(
          "the Pulumi SDK runs programs on the common pool, which has "
              + parallelism
              + " thread(s) here: a program would hang; start the JVM with -D"
              + FLAG
              + "=16");
    }
  }
}
