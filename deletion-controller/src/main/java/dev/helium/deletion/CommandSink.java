package dev.helium.deletion;

import dev.helium.domain.Command;
import io.vertx.core.Future;

/** Where commands go. */
@FunctionalInterface
public interface CommandSink {
  /** Completes, on the caller's event loop, when the command is safely in the log. */
  Future<Void> append(Command command);
}
