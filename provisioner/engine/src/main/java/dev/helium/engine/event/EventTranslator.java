package dev.helium.engine.event;

import com.pulumi.automation.events.CancelEvent;
import com.pulumi.automation.events.DiagnosticEvent;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.PreludeEvent;
import com.pulumi.automation.events.ResourceOperationFailedEvent;
import com.pulumi.automation.events.ResourceOutputsEvent;
import com.pulumi.automation.events.ResourcePreEvent;
import com.pulumi.automation.events.SummaryEvent;
import java.time.InstantSource;
import java.util.Map;

/** Numbers events and gives them the Automation API's form. Used by one thread. */
final class EventTranslator {
  private final InstantSource clock;
  private final Boolean planning;
  private int sequence;

  /** A translator; events of a preview say that they are plans, those of a run say nothing. */
  EventTranslator(InstantSource clock, boolean preview) {
    this.clock = clock;
    this.planning = preview ? Boolean.TRUE : null;
  }

  EngineEvent translate(RunEvent event) {
    return switch (event) {
      case RunEvent.Prelude(var configuration) ->
          event(new Body().with(new PreludeEvent(configuration)));
      case RunEvent.Begun(var step) ->
          event(new Body().with(new ResourcePreEvent(StepMetadata.of(step), planning)));
      case RunEvent.Done(var step) ->
          event(new Body().with(new ResourceOutputsEvent(StepMetadata.of(step), planning)));
      case RunEvent.Outputs(var step) ->
          event(new Body().with(new ResourceOutputsEvent(StepMetadata.of(step), planning)));
      case RunEvent.Failed(var step, var outcome, var steps) ->
          event(
              new Body()
                  .with(
                      new ResourceOperationFailedEvent(
                          StepMetadata.of(step), outcome.number(), steps)));
      case RunEvent.Diagnostic diagnostic -> event(new Body().with(diagnostic(diagnostic)));
      case RunEvent.Summary summary ->
          event(
              new Body()
                  .with(
                      new SummaryEvent(
                          summary.maybeCorrupt(), summary.seconds(), summary.changes(), Map.of())));
      case RunEvent.End() -> event(new Body().with(new CancelEvent()));
    };
  }

  private static DiagnosticEvent diagnostic(RunEvent.Diagnostic diagnostic) {
    return new DiagnosticEvent(
        diagnostic.urn().isEmpty() ? null : diagnostic.urn(),
        diagnostic.severity() + ": ",
        diagnostic.message() + "\n",
        "never",
        diagnostic.severity(),
        null,
        diagnostic.passing());
  }

  private EngineEvent event(Body body) {
    return new EngineEvent(
        sequence++,
        (int) clock.instant().getEpochSecond(),
        body.cancel,
        null,
        body.diagnostic,
        body.prelude,
        body.summary,
        body.pre,
        body.outputs,
        body.failed,
        null);
  }

  /** The one part of an event that is set. */
  private static final class Body {
    private CancelEvent cancel;
    private DiagnosticEvent diagnostic;
    private PreludeEvent prelude;
    private SummaryEvent summary;
    private ResourcePreEvent pre;
    private ResourceOutputsEvent outputs;
    private ResourceOperationFailedEvent failed;

    private Body with(CancelEvent part) {
      cancel = part;
      return this;
    }

    private Body with(DiagnosticEvent part) {
      diagnostic = part;
      return this;
    }

    private Body with(PreludeEvent part) {
      prelude = part;
      return this;
    }

    private Body with(SummaryEvent part) {
      summary = part;
      return this;
    }

    private Body with(ResourcePreEvent part) {
      pre = part;
      return this;
    }

    private Body with(ResourceOutputsEvent part) {
      outputs = part;
      return this;
    }

    private Body with(ResourceOperationFailedEvent part) {
      failed = part;
      return this;
    }
  }
}
