package dev.helium.cluster.component;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An executable of somebody else that is obtained and started here. */
public sealed interface Program permits Component, MonitoringProgram {
  /** The name of the executable. */
  String program();

  /** Every one there is. */
  static List<Program> all() {
    return Stream.<Program>concat(
            Arrays.stream(Component.values()), Arrays.stream(MonitoringProgram.values()))
        .toList();
  }
}
