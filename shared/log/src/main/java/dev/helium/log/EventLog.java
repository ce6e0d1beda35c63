package dev.helium.log;

import dev.helium.domain.EventRecord;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Where events are appended. */
public final class EventLog {
  private final EventCodec codec = new EventCodec();
  private final Appender appender;

  public EventLog(Vertx vertx, LogSettings settings) {
    this.appender = new Appender(vertx, settings.persistentProducer(), Topics.EVENTS);
  }

  /** Completes when the event is safely in the log; fails after at most 2 minutes. */
  public Future<Void> append(EventRecord record) {
    return appender.append(record.workspace(), codec.encode(record));
  }

  public Future<Void> close() {
    return appender.close();
  }
}
