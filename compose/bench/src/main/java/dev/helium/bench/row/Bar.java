package dev.helium.bench.row;

/** What is wanted of a measure, with that bound or better. */
public sealed interface Bar {
  double bound();

  /** Of our own value, in its unit. */
  record OfOurs(double bound) implements Bar {}

  /** Of our value as a multiple of the peer's. */
  record OfRatio(double bound) implements Bar {}
}
