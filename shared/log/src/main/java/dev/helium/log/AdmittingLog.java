package dev.helium.log;

import dev.helium.domain.AdmissionRule;
import dev.helium.domain.Command;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Objects;

/** Where commands are appended: to be admitted first where their owner has a quota. */
public final class AdmittingLog {
  private final CommandLog commands;
  private final RequestLog requests;
  private final AdmissionRule rule;

  public AdmittingLog(Vertx vertx, LogSettings settings, AdmissionRule rule) {
    this.commands = new CommandLog(vertx, settings);
    this.requests = new RequestLog(vertx, settings);
    this.rule = Objects.requireNonNull(rule);
  }

  /** For commands by which nobody takes more. */
  public Future<Void> append(Command command, TraceParent trace) {
    return commands.append(command, trace);
  }

  /**
   * Completes when the command is safely in the log; fails after at most 25 s.
   *
   * @param command by which somebody takes more; it may expect something
   * @param owner on whose account it is
   */
  public Future<Void> append(Command command, String owner, TraceParent trace) {
    return rule.isAsked(owner)
        ? requests.append(owner, command, trace)
        : commands.append(command, trace);
  }

  public Future<Void> close() {
    return commands.close().eventually(requests::close);
  }
}
