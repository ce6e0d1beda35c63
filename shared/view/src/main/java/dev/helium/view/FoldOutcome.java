package dev.helium.view;

/** What became of an event that was to be folded in. */
enum FoldOutcome {
  FOLDED,
  /** It was part of the view already. */
  KNOWN,
  /** Events before it are missing, so the view was left as it is. */
  GAP
}
