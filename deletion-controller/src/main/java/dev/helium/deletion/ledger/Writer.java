package dev.helium.deletion.ledger;

import dev.helium.domain.LedgerEntry;
import io.vertx.core.Future;
import java.util.Map;

/** Where the ledger stands. */
public interface Writer {
  /** What it says now. */
  Future<Map<String, LedgerEntry>> read();

  Future<Void> put(LedgerEntry entry);

  Future<Void> remove(String key);
}
