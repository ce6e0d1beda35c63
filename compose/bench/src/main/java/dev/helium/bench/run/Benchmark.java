package dev.helium.bench.run;

import java.util.List;

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
}
