package dev.helium.log;

import dev.helium.domain.LedgerEntry;
import dev.helium.wire.LedgerCodec;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;

/**
 * Knows the newest ledger of orphans. A log that cannot be reached is tried again, with pauses and
 * without limit; what was known stays known meanwhile.
 */
public final class LedgerFollower {
  private static final KeyedTopic<LedgerEntry> LEDGER =
      new KeyedTopic<>(Topics.ORPHANS, new LedgerCodec()::decode);

  private final KeyedFollower<LedgerEntry> follower;

  /** Nothing is read before the start. */
  public LedgerFollower(Vertx vertx, LogSettings settings) {
    this.follower = new KeyedFollower<>(vertx, settings, LEDGER, () -> {});
  }

  /** Returns at once. */
  public void start() {
    follower.start();
  }

  /** The entries by their key; empty before the ledger was read to its end for the first time. */
  public Optional<Map<String, LedgerEntry>> entries() {
    return follower.records();
  }

  /** Reads what the ledger is now. */
  public static Future<Map<String, LedgerEntry>> read(Vertx vertx, LogSettings settings) {
    return KeyedFollower.read(vertx, settings, LEDGER);
  }

  /** Completes when nothing is read any more. */
  public Future<Void> close() {
    return follower.close();
  }
}
