package dev.helium.provisioner.attempt;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.StepEventMetadata;
import dev.helium.service.tracing.Span;
import dev.helium.service.tracing.Tag;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.TraceParent;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The span of a run of the engine, and one for each resource that it changes. It failed unless it
 * is said to be done before it is closed.
 */
final class EngineTrace implements AutoCloseable {
  private final Tracing tracing;
  private final Span run;
  private final Map<String, Span> resources = new HashMap<>();
  private boolean done;

  EngineTrace(Tracing tracing, TraceParent attempt, String operation) {
    this.tracing = tracing;
    this.run = tracing.span(Span.Kind.INTERNAL, operation, attempt);
  }

  /**
   * Hears what the engine says before somebody else does, who measures as part of the run; nobody
   * hears it where none is traced.
   */
  Consumer<EngineEvent> before(Consumer<EngineEvent> next) {
    return tracing.isOn()
        ? event -> {
          hear(event);
          measure(() -> next.accept(event));
        }
        : next;
  }

  /** Measures as part of the run. */
  void measure(Runnable measured) {
    tracing.measure(run.place(), measured);
  }

  void done() {
    done = true;
  }

  @Override
  public void close() {
    if (!done) {
      run.failed("failed");
    }
    run.end();
  }

  private synchronized void hear(EngineEvent event) {
    if (event.resourcePreEvent() != null) {
      begin(event.resourcePreEvent().metadata());
    } else if (event.resourceOutputsEvent() != null) {
      end(event.resourceOutputsEvent().metadata());
    } else if (event.resourceOperationFailedEvent() != null) {
      StepEventMetadata step = event.resourceOperationFailedEvent().metadata();
      Span failed = resources.get(step.urn());
      if (failed != null) {
        failed.failed("failed");
      }
      end(step);
    }
  }

  private void begin(StepEventMetadata step) {
    if (step.op() != OperationType.SAME) {
      String operation = step.op().toString().toLowerCase(Locale.ROOT);
      resources.put(
          step.urn(),
          tracing
              .span(Span.Kind.INTERNAL, operation + " " + step.type(), run.place())
              .tag(Tag.RESOURCE, ProgressEvents.resource(step.type(), step.urn())));
    }
  }

  private void end(StepEventMetadata step) {
    Span span = resources.remove(step.urn());
    if (span != null) {
      span.end();
    }
  }
}
