package dev.helium.watcher.sharing;

import dev.helium.domain.Event.ObservationEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.tracing.Span;
import dev.helium.service.tracing.Tag;
import dev.helium.service.tracing.Tracing;
import dev.helium.watcher.publishing.EventSink;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;

/**
 * Appends events as part of the trace that their workspace's newest change is part of. The first
 * time that it is ready after that has a span: from the change to the event that says so.
 */
final class TracedSink implements EventSink {
  /** Where events and the spans that they follow from are appended. */
  @FunctionalInterface
  interface Appending {
    Future<Void> append(EventRecord record, TraceParent trace);
  }

  private final Appending log;
  private final Changes changes;
  private final Tracing tracing;

  TracedSink(Appending log, Changes changes, Tracing tracing) {
    this.log = log;
    this.changes = changes;
    this.tracing = tracing;
  }

  @Override
  public Future<Void> append(EventRecord record) {
    Changed changed = changes.of(record.workspace());
    if (!(record.event() instanceof ObservationEvent event)) {
      throw new IllegalArgumentException("only what is seen is said here");
    }
    return (changed.becomesReadyBy(event)
            ? ready(record, changed)
            : log.append(record, changed.trace()))
        .onSuccess(ignored -> changes.learn(record, changed.trace()));
  }

  @Override
  public void measure(EventRecord appended, Runnable measured) {
    tracing.measure(trace(appended.workspace()), measured);
  }

  @Override
  public TraceParent trace(WorkspaceId workspace) {
    return changes.of(workspace).trace();
  }

  private Future<Void> ready(EventRecord record, Changed changed) {
    Span span =
        tracing
            .span(Span.Kind.INTERNAL, "ready", changed.trace(), changed.at())
            .tag(Tag.WORKSPACE, record.workspace().value());
    return log.append(record, span.place())
        .onSuccess(ignored -> span.end())
        .onFailure(failure -> span.failed("unwritten").end());
  }
}
