package dev.helium.launcher.console;

import java.util.ArrayList;
import java.util.List;

/** Sentences in lines that fit. */
public final class Wrapped {
  private static final int NARROWEST = 20;

  private Wrapped() {}

  /**
   * Broken between words; a word that is too long has a line of its own.
   *
   * @param indent before each line
   * @param width of a line with its indent; a line has room for 20 characters all the same
   */
  public static List<String> lines(String sentence, String indent, int width) {
    int room = Math.max(NARROWEST, width - indent.length());
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : sentence.strip().split(" +", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
        lines.add(indent + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(indent + line);
    }
    return lines;
  }
}
