package dev.helium.gateway.ledger;

import dev.helium.domain.LedgerEntry;
import java.util.Map;
import java.util.Optional;

/** Where the newest ledger is known. */
@FunctionalInterface
public interface Ledger {
  /** The entries by their key; empty before they were read for the first time. */
  Optional<Map<String, LedgerEntry>> entries();
}
