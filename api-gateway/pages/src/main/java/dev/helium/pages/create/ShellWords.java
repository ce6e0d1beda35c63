package dev.helium.pages.create;

import java.util.regex.Pattern;

/** Words as a POSIX shell takes them for exactly what they are. */
final class ShellWords {
  /** What means nothing to any shell, wherever it stands in a word. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_./@%+:,-][A-Za-z0-9_./@%+:,=-]*");

  private ShellWords() {}

  /**
   * One word, whatever is in it.
   *
   * @param text has no NUL, which no argument can have
   */
  static String quoted(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
