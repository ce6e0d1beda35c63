package dev.helium.launcher.command;

import dev.helium.launcher.client.WorkspaceState;
import java.util.ArrayList;
import java.util.List;

/** All that is known of a workspace, a line each. */
final class WorkspaceText {
  private WorkspaceText() {}

  static List<String> lines(WorkspaceState state) {
    int width = state.facts().keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    state
        .facts()
        .forEach((name, value) -> lines.add(name + " ".repeat(width - name.length() + 2) + value));
    state.reasons().forEach(reason -> lines.add("! " + reason));
    return lines;
  }
}
