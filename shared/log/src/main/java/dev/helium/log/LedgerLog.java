package dev.helium.log;

import dev.helium.domain.LedgerEntry;
import dev.helium.wire.LedgerCodec;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Where the ledger of orphans is written: the newest entry of a key counts. */
public final class LedgerLog {
  private final LedgerCodec codec = new LedgerCodec();
  private final Appender appender;

  public LedgerLog(Vertx vertx, LogSettings settings) {
    this.appender = new Appender(vertx, settings, Topics.ORPHANS);
  }

  /** Completes when the entry is safely there; fails after at most 25 s. */
  public Future<Void> put(LedgerEntry entry) {
    return appender.append(entry.key(), codec.encode(entry));
  }

  /** Completes when it is safely noted that there is no such entry; fails after at most 25 s. */
  public Future<Void> remove(String key) {
    return appender.remove(key);
  }

  public Future<Void> close() {
    return appender.close();
  }
}
