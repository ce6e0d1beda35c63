package dev.helium.deletion;

import dev.helium.deletion.ledger.Writer;
import dev.helium.domain.LedgerEntry;
import dev.helium.log.LedgerFollower;
import dev.helium.log.LedgerLog;
import dev.helium.log.LogSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;

/** The ledger as a topic of the log. */
record LedgerTopic(Vertx vertx, LogSettings settings, LedgerLog log) implements Writer {
  @Override
  public Future<Map<String, LedgerEntry>> read() {
    return LedgerFollower.read(vertx, settings);
  }

  @Override
  public Future<Void> put(LedgerEntry entry) {
    return log.put(entry);
  }

  @Override
  public Future<Void> remove(String key) {
    return log.remove(key);
  }
}
