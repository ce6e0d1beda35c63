package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;

/** Where commands go. */
@FunctionalInterface
public interface Commands {
  /**
   * Completes when the command is safe; when it fails the command may be safe all the same.
   *
   * @param trace the span that it follows from
   */
  Future<Void> append(Command command, TraceParent trace);
}
