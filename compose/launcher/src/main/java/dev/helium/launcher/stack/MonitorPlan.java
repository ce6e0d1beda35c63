package dev.helium.launcher.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one of those that watch is started.
 *
 * @param environment all it gets
 * @param files content of what it reads at its start
 */
record MonitorPlan(
    MonitorName name,
    Path executable,
    List<String> arguments,
    Map<String, String> environment,
    String files) {
  MonitorPlan {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /** The same text for the same process: another one calls for a restart. */
  String fingerprint() {
    return Sha256.of(
        executable + "\n" + arguments + "\n" + new TreeMap<>(environment) + "\n" + files);
  }
}
