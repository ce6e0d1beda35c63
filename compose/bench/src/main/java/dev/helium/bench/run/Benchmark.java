package dev.helium.bench.run;

import java.util.List;
import java.util.Map;

/**
 * A row of the table: what is run for it. A new one is a class of its own, named in {@link Rows}.
 */
public interface Benchmark {
  /** One word by which it is asked for, and kept. */
  String name();

  /** What it answers, in one line. */
  String question();

  /**
   * What follows {@code ./helium benchmark}.
   *
   * @param quick as little as says whether it works at all; its numbers mean nothing
   */
  List<String> arguments(boolean quick);

  /** Peers that cannot be measured on this machine, each with why; none where all always can. */
  default Map<String, String> absent() {
    return Map.of();
  }
}
