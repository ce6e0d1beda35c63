package dev.helium.launcher.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one process is started.
 *
 * @param arguments of {@code java}
 * @param hints more of them, which change nothing but how soon it is ready: another hint is no
 *     reason to restart
 * @param variables what it is told beyond the inherited environment
 * @param files content of what it reads once, at its start
 */
record ServicePlan(
    ServiceInstance instance,
    List<String> arguments,
    List<String> hints,
    Map<String, String> variables,
    String files) {
  ServicePlan {
    arguments = List.copyOf(arguments);
    hints = List.copyOf(hints);
    variables = Map.copyOf(variables);
  }

  /** The same text for the same process: another one calls for a restart. */
  String fingerprint() {
    return Sha256.of(arguments + "\n" + new TreeMap<>(variables) + "\n" + files);
  }

  /** All arguments of {@code java}; the first one stays the first. */
  List<String> command() {
    List<String> command = new ArrayList<>(arguments);
    command.addAll(1, hints);
    return command;
  }
}
