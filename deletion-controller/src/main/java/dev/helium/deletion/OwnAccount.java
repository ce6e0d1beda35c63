package dev.helium.deletion;

import dev.helium.deletion.trail.TracedCommands;
import dev.helium.domain.Command;
import dev.helium.log.AdmittingLog;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;

/**
 * Appends commands on the account of whom they are made for: nobody else's workspace is ever
 * extended, protected or brought back here, and no name is used that is somebody else's.
 */
record OwnAccount(AdmittingLog log) implements TracedCommands.Appending {
  @Override
  public Future<Void> append(Command command, TraceParent trace) {
    return command.asked() instanceof Command.Admissible admissible
        ? log.append(command, admissible.requestedBy(), trace)
        : log.append(command, trace);
  }
}
