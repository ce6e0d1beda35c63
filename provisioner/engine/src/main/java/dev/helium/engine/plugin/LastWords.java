package dev.helium.engine.plugin;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines a plugin said, for the message about its death. */
final class LastWords {
  private static final int LINES = 5;
  private static final int LONGEST = 300;

  private final Deque<String> lines = new ArrayDeque<>();

  synchronized void add(String line) {
    if (line.isEmpty()) {
      return;
    }
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  /** The lines in one, empty when nothing was said. */
  synchronized String text() {
    var text = String.join(" | ", lines);
    return text.length() <= LONGEST ? text : "…" + text.substring(text.length() - LONGEST);
  }
}
