package dev.helium.log;

/** How it went to append the record of a letter again. */
public sealed interface Redriving {
  /** It is in its topic once more, and the letter is marked. */
  record Done(Place to) implements Redriving {}

  /** It would have been; nothing was changed. */
  record Possible() implements Redriving {}

  /** It was not; the sentence says why, and what else can be done. */
  record Refused(String why) implements Redriving {}
}
