package dev.helium.wire;

/** What about a record cannot be read. */
public enum UnreadableKind {
  /** An attribute is missing, or is not what it should be. */
  HEADER("header"),
  /** Written by a newer version, or by something else. */
  TYPE("type"),
  /** It is missing, too large, too deep, not JSON, or not that of its type. */
  BODY("body"),
  /** Key, subject and body do not speak of one workspace. */
  WORKSPACE("workspace"),
  /** Reading it failed in a way that nobody foresaw. */
  UNEXPECTED("unexpected");

  private final String word;

  UnreadableKind(String word) {
    this.word = word;
  }

  /** As headers and metrics say it. */
  public String word() {
    return word;
  }
}
