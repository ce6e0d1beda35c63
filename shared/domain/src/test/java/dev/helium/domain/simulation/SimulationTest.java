package dev.helium.domain.simulation;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random histories by the real rules, held against a simple model after every step.
 *
 * <p>A failure names its seed and every step; {@code -Dhelium.simulation.seed=N} runs that one
 * alone.
 */
final class SimulationTest {
  private static final int RUNS = 3_000;
  private static final int STEPS = 120;

  @Test
  void everyHistoryIsWhatTheModelSaysAndEveryPairIsVisited() {
    // given
    Coverage coverage = new Coverage();
    Long chosen = Long.getLong("helium.simulation.seed");
    // when
    LongStream seeds = chosen == null ? LongStream.rangeClosed(1, RUNS) : LongStream.of(chosen);
    seeds.forEach(seed -> run(seed, coverage));
    // then
    if (chosen == null) {
      coverage.assertComplete();
    }
  }

  private static void run(long seed, Coverage coverage) {
    Simulation simulation = new Simulation(seed, coverage);
    try {
      for (int step = 0; step < STEPS; step++) {
        simulation.step();
      }
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError(
          "seed " + seed + " fails at its last step:\n  " + String.join("\n  ", simulation.steps()),
          failure);
    }
  }
}
