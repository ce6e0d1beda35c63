package dev.helium.domain;

/** What the ledger of orphans is made of; written by the deletion controller alone. */
public sealed interface LedgerEntry permits Orphan, LedgerSweep {
  /** The same for every word about the same thing: the newest counts. */
  String key();
}
