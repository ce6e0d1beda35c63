package dev.helium.log;

import dev.helium.domain.EventRecord;
import dev.helium.wire.EventCodec;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Appends events without owning their partition: for what plays another service, such as a test.
 */
public final class EventLog {
  private final EventCodec codec = new EventCodec();
  private final Appender appender;

  public EventLog(Vertx vertx, LogSettings settings) {
    this.appender = new Appender(vertx, settings, Topics.EVENTS);
  }

  /** Completes when the event is safely in the log; fails after at most 20 s. */
  public Future<Void> append(EventRecord record) {
    return appender.append(record.workspace(), codec.encode(record));
  }

  public Future<Void> close() {
    return appender.close();
  }
}
