package dev.helium.deletion.trail;

import dev.helium.deletion.CommandSink;
import dev.helium.domain.Command;
import dev.helium.service.tracing.Span;
import dev.helium.service.tracing.Tag;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends commands with a span for each. That nothing is left of a workspace is the last part of
 * the trace in which it was destroyed, and takes from there to here. What a clock asks for begins a
 * trace of its own, which names the one before: days may lie between them.
 */
public final class TracedCommands implements CommandSink {
  /** Where commands and the spans that they follow from are appended. */
  @FunctionalInterface
  public interface Appending {
    Future<Void> append(Command command, TraceParent trace);
  }

  private static final Logger LOG = LoggerFactory.getLogger(TracedCommands.class);

  private final Appending log;
  private final Trails trails;
  private final Tracing tracing;

  public TracedCommands(Appending log, Trails trails, Tracing tracing) {
    this.log = log;
    this.trails = trails;
    this.tracing = tracing;
  }

  @Override
  public Future<Void> append(Command command) {
    Trail trail = trails.of(command.workspace());
    Span span =
        span(command, trail)
            .tag(Tag.WORKSPACE, command.workspace().value())
            .tag(Tag.COMMAND, command.id().value());
    LOG.atDebug()
        .addKeyValue("workspace", command.workspace())
        .addKeyValue("command", command.id())
        .addKeyValue("trace", span.place().trace())
        .log("asks");
    return log.append(command, span.place())
        .onSuccess(ignored -> span.end())
        .onFailure(failure -> span.failed("unwritten").end());
  }

  private Span span(Command command, Trail trail) {
    return command.asked() instanceof Command.ConfirmDeletion && trail.destroyed()
        ? tracing.span(Span.Kind.PRODUCER, "prove gone", trail.trace(), trail.at())
        : tracing
            .span(
                Span.Kind.PRODUCER,
                tracing.isOn() ? "send " + command.asked().getClass().getSimpleName() : "",
                TraceParent.NONE)
            .link(trail.trace());
  }
}
