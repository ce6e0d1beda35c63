package dev.helium.log;

/**
 * What a letter lacks of its record. The broker takes no record that is larger than the largest,
 * and a letter is a little larger than what it holds; the rest is still where the record stood.
 */
enum LeftOut {
  NOTHING("nothing"),
  BODY("body"),
  /** Headers and key as well. */
  EVERYTHING("everything");

  private final String word;

  LeftOut(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
