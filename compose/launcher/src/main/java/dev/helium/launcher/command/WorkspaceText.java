package dev.helium.launcher.command;

import dev.helium.launcher.client.WorkspaceState;
import dev.helium.launcher.console.Printable;
import java.util.ArrayList;
import java.util.List;

/** All that is known of a workspace, a line each. */
final class WorkspaceText {
  /** More than any way in takes. */
  private static final int LONGEST = 2_000;

  private WorkspaceText() {}

  static List<String> lines(WorkspaceState state) {
    int width = state.facts().keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    state
        .facts()
        .forEach((name, value) -> lines.add(name + " ".repeat(width - name.length() + 2) + value));
    if (!state.ways().isEmpty()) {
      lines.add("ways in");
      state.ways().stream()
          .flatMap(way -> way.lines().stream())
          .forEach(line -> lines.add("  " + Printable.line(line, LONGEST)));
    }
    state.reasons().forEach(reason -> lines.add("! " + reason));
    return lines;
  }
}
