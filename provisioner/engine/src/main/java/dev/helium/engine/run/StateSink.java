package dev.helium.engine.run;

import dev.helium.engine.state.Deployment;
import java.util.function.Supplier;

/** Where the state goes after every change. */
@FunctionalInterface
interface StateSink {
  /** A state and the number of the change that led to it. */
  record Numbered(long change, Deployment deployment) {}

  /** Returns when the change with this number, or a later one, is safe. */
  void write(long change, Supplier<Numbered> latest);

  /** Keeps nothing: for plans. */
  static StateSink none() {
    return (change, latest) -> {};
  }
}
