package dev.helium.watcher.publishing;

import dev.helium.domain.EventRecord;
import io.vertx.core.Future;

/** Where events are appended. */
@FunctionalInterface
public interface EventSink {
  /** Completes when the event is safely there; after a failure nobody knows whether it is. */
  Future<Void> append(EventRecord record);
}
