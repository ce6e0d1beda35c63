package dev.helium.launcher.console;

/** Text that strangers wrote, made fit for a terminal: nothing in it moves, hides or colours. */
public final class Printable {
  private Printable() {}

  /** On one line, of at most so many characters. */
  public static String line(String text, int most) {
    StringBuilder line = new StringBuilder();
    int[] characters = text.codePoints().limit(most + 1L).toArray();
    for (int index = 0; index < Math.min(most, characters.length); index++) {
      append(line, characters[index]);
    }
    return characters.length > most ? line.append('…').toString() : line.toString();
  }

  /** With its line ends and tabs. */
  public static String text(String text) {
    StringBuilder all = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (character == '\n' || character == '\t') {
                all.appendCodePoint(character);
              } else {
                append(all, character);
              }
            });
    return all.toString();
  }

  private static void append(StringBuilder line, int character) {
    switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          line.append("\\u{%x}".formatted(character));
      default -> line.appendCodePoint(character);
    }
  }
}
