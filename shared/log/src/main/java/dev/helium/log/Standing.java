package dev.helium.log;

import java.time.Instant;

/** What became of a dead letter. */
public sealed interface Standing {
  /** Nobody has dealt with it. */
  record Waiting() implements Standing {}

  /** It was appended to its topic again. */
  record Redriven(Instant at, String by, Place to) implements Standing {}

  /** Somebody said that nothing is to be done about it any more. */
  record Dropped(Instant at, String by, String why) implements Standing {}
}
