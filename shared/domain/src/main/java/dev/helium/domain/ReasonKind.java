package dev.helium.domain;

/** What can be expected of a reason for not being ready. */
public enum ReasonKind {
  /** Time alone is expected to end it: scheduling, pulling, starting. */
  WAITING,
  /** It may mend itself, but something is wrong: a crash loop, a failing probe. */
  RECOVERABLE,
  /** It stays until a person changes something: a missing image, a broken configuration. */
  FATAL
}
