package dev.helium.log;

import io.vertx.core.Future;

/** Takes the records that cannot be read, in the order of their partition. */
@FunctionalInterface
public interface UnreadableHandler {
  /** The next record is handed over when this completes; when it fails, this one comes again. */
  Future<Void> handle(Unreadable unreadable);
}
