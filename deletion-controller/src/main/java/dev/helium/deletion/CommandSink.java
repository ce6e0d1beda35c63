package dev.helium.deletion;

import dev.helium.domain.Command;
import io.vertx.core.Future;

/** Where commands are appended. */
@FunctionalInterface
public interface CommandSink {
  /** Completes when the command is safely there; after a failure nobody knows whether it is. */
  Future<Void> append(Command command);
}
