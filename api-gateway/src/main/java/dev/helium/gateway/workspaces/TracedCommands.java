package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.service.tracing.Span;
import dev.helium.service.tracing.Tag;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;

/** Commands on their way to the log, with a span for each where there are traces. */
public final class TracedCommands implements Commands {
  private final Commands log;
  private final Tracing tracing;

  public TracedCommands(Commands log, Tracing tracing) {
    this.log = log;
    this.tracing = tracing;
  }

  @Override
  public Future<Void> append(Command command, TraceParent trace) {
    if (!tracing.isOn()) {
      return log.append(command, trace);
    }
    Span span =
        tracing
            .span(Span.Kind.PRODUCER, "send " + command.asked().getClass().getSimpleName(), trace)
            .tag(Tag.WORKSPACE, command.workspace().value())
            .tag(Tag.COMMAND, command.id().value());
    return log.append(command, span.place())
        .onSuccess(ignored -> span.end())
        .onFailure(failure -> span.failed("unwritten").end());
  }
}
