package dev.helium.provisioner.decide;

import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.CommandBatch.Received;
import dev.helium.service.tracing.Span;
import dev.helium.service.tracing.Tag;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.TraceParent;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The spans of decisions that are written together: each lasts until its events are in the log. */
final class DecisionSpans {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionSpans.class);

  private final Tracing tracing;
  private final List<Span> spans = new ArrayList<>();

  DecisionSpans(Tracing tracing) {
    this.tracing = tracing;
  }

  /** What the events of a command follow from. */
  TraceParent begin(Received received, Workspace before, List<LifecycleEvent> events) {
    LOG.atDebug()
        .addKeyValue("workspace", received.command().workspace())
        .addKeyValue("command", received.command().id())
        .addKeyValue("outcome", outcome(events))
        .addKeyValue("trace", received.trace().trace())
        .log("decided");
    if (!tracing.isOn()) {
      return received.trace();
    }
    Command command = received.command();
    Span span =
        tracing
            .span(
                Span.Kind.CONSUMER,
                "decide " + command.asked().getClass().getSimpleName(),
                received.trace())
            .tag(Tag.WORKSPACE, command.workspace().value())
            .tag(Tag.COMMAND, command.id().value())
            .tag(Tag.OUTCOME, outcome(events))
            .tag(Tag.BACKEND, spec(before, events).backend());
    spans.add(span);
    return span.place();
  }

  void written() {
    spans.forEach(Span::end);
  }

  void unwritten() {
    spans.forEach(span -> span.failed("unwritten").end());
  }

  private static String outcome(List<LifecycleEvent> events) {
    return events.isEmpty() ? "Nothing" : events.getFirst().getClass().getSimpleName();
  }

  /** As far as there is one: what is refused may name what is none. */
  private static WorkspaceSpec spec(Workspace before, List<LifecycleEvent> events) {
    if (!events.isEmpty() && events.getFirst() instanceof Event.Created created) {
      return created.spec();
    }
    return !events.isEmpty() && events.getFirst() instanceof Event.Updated updated
        ? updated.spec()
        : before.spec();
  }
}
