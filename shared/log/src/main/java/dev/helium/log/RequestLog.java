package dev.helium.log;

import dev.helium.domain.Command;
import dev.helium.wire.CommandCodec;
import dev.helium.wire.Topics;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Where commands are appended that have to be admitted before they are decided. */
public final class RequestLog {
  private final CommandCodec codec = new CommandCodec();
  private final Appender appender;

  public RequestLog(Vertx vertx, LogSettings settings) {
    this.appender = new Appender(vertx, settings, Topics.REQUESTS);
  }

  /**
   * Completes when the command is safely in the log; fails after at most 25 s.
   *
   * @param owner on whose account it is
   * @param command by which somebody takes more; it may expect something
   */
  public Future<Void> append(String owner, Command command) {
    return append(owner, command, TraceParent.NONE);
  }

  /** The same for a command that is part of a trace. */
  public Future<Void> append(String owner, Command command, TraceParent trace) {
    return appender.append(owner, codec.encode(command).in(trace));
  }

  public Future<Void> close() {
    return appender.close();
  }
}
