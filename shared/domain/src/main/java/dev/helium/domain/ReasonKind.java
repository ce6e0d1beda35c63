package dev.helium.domain;

import java.util.Objects;

/** What can be expected of a reason for not being ready. */
public enum ReasonKind {
  /** Time alone is expected to end it: scheduling, pulling, starting. */
  WAITING("Wait: time alone is expected to end it."),
  /** It may mend itself, but something is wrong: a crash loop, a failing probe. */
  RECOVERABLE("Wait and see: it may mend itself; if not, read the object's events."),
  /** It stays until a person changes something: a missing image, a broken configuration. */
  FATAL("Correct what the message names, then update the workspace.");

  private final String wayOn;

  ReasonKind(String wayOn) {
    this.wayOn = Objects.requireNonNull(wayOn);
  }

  /** What a person can do where nothing better is known, in one sentence. */
  public String wayOn() {
    return wayOn;
  }
}
