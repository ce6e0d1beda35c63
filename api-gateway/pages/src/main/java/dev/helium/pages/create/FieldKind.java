package dev.helium.pages.create;

/** How a value is asked for. */
public enum FieldKind {
  /** One line of text, or a number. */
  LINE,
  /** Text of several lines. */
  LINES,
  /** One line that nobody else may see. */
  SECRET,
  /** Text of several lines that nobody else may see, such as a key. */
  SECRET_LINES,
  /** One of a few. */
  CHOICE,
  /** True or false. */
  FLAG,
  /** A list, one member a line. */
  LIST,
  /** What has any shape, as YAML. */
  DOCUMENT;

  /** Whether what is typed is shown nowhere but where it was typed. */
  public boolean isSecret() {
    return this == SECRET || this == SECRET_LINES;
  }

  /** Whether it has several lines. */
  public boolean isTall() {
    return switch (this) {
      case LINES, SECRET_LINES, LIST, DOCUMENT -> true;
      case LINE, SECRET, CHOICE, FLAG -> false;
    };
  }
}
