package dev.helium.cluster;

import dev.helium.cluster.binaries.Binaries;
import dev.helium.cluster.component.ClusterException;

/** Obtains the programs ahead of time, so that no test has to wait for a build. */
public final class Main {

  private Main() {}

  static void main() {
    try {
      Binaries.of(System.getenv())
          .locate(IO::println)
          .forEach((component, path) -> IO.println(component.program() + ": " + path));
    } catch (ClusterException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
