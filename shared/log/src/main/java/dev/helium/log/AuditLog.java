package dev.helium.log;

import dev.helium.domain.AuditEntry;
import dev.helium.wire.AuditCodec;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Where it is written who asked for what. */
public final class AuditLog {
  private final AuditCodec codec = new AuditCodec();
  private final Appender appender;

  public AuditLog(Vertx vertx, LogSettings settings) {
    this.appender = new Appender(vertx, settings, Topics.AUDIT);
  }

  /** Completes when the entry is safely there; fails after at most 25 s. */
  public Future<Void> append(AuditEntry entry) {
    return appender.append(entry.key(), codec.encode(entry));
  }

  public Future<Void> close() {
    return appender.close();
  }
}
