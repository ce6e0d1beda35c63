package dev.helium.log;

import dev.helium.domain.Command;
import dev.helium.wire.CommandCodec;
import dev.helium.wire.Topics;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Where commands are appended. */
public final class CommandLog {
  private final CommandCodec codec = new CommandCodec();
  private final Appender appender;

  public CommandLog(Vertx vertx, LogSettings settings) {
    this.appender = new Appender(vertx, settings, Topics.COMMANDS);
  }

  /** Completes when the command is safely in the log; fails after at most 25 s. */
  public Future<Void> append(Command command) {
    return append(command, TraceParent.NONE);
  }

  /** The same for a command that is part of a trace. */
  public Future<Void> append(Command command, TraceParent trace) {
    return appender.append(command.workspace(), codec.encode(command).in(trace));
  }

  public Future<Void> close() {
    return appender.close();
  }
}
