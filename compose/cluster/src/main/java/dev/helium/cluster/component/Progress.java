package dev.helium.cluster.component;

/** Receives one finished sentence at a time while something long is under way. */
@FunctionalInterface
public interface Progress {

  void report(String line);

  /** Says nothing. */
  static Progress silent() {
    return line -> {};
  }
}
