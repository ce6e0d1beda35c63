package dev.helium.engine.event;

import com.pulumi.automation.events.CancelEvent;
import com.pulumi.automation.events.DiagnosticEvent;
import com.pulumi.automation.events.EngineEvent;
import com.pulumi.automation.events.PreludeEvent;
import com.pulumi.automation.events.ResourceOperationFailedEvent;
import com.pulumi.automation.events.ResourceOutputsEvent;
import com.pulumi.automation.events.ResourcePreEvent;
import com.pulumi.automation.events.StepEventMetadata;
import com.pulumi.automation.events.StepEventStateMetadata;
import com.pulumi.automation.events.SummaryEvent;
import dev.helium.engine.property.PlainValues;
import dev.helium.engine.state.ResourceState;
import java.time.InstantSource;
import java.util.Map;

/** Numbers events and gives them the Automation API's form. Used by one thread. */
final class EventTranslator {
  private final InstantSource clock;
  private int sequence;

  EventTranslator(InstantSource clock) {
    this.clock = clock;
  }

  EngineEvent translate(RunEvent event) {
    return switch (event) {
      case RunEvent.Prelude(var configuration) ->
          event(new Body().with(new PreludeEvent(configuration)));
      case RunEvent.Begun(var step) ->
          event(new Body().with(new ResourcePreEvent(metadata(step), false)));
      case RunEvent.Done(var step) ->
          event(new Body().with(new ResourceOutputsEvent(metadata(step), false)));
      case RunEvent.Failed(var step) ->
          event(new Body().with(new ResourceOperationFailedEvent(metadata(step), 0, 1)));
      case RunEvent.Diagnostic diagnostic -> event(new Body().with(diagnostic(diagnostic)));
      case RunEvent.Summary(var seconds, var changes) ->
          event(new Body().with(new SummaryEvent(false, seconds, changes, Map.of())));
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

  private static StepEventMetadata metadata(Step step) {
    var subject = step.subject();
    return new StepEventMetadata(
        step.operation(),
        subject.urn(),
        subject.type(),
        state(step.before()),
        state(step.after()),
        step.replaces(),
        step.differences(),
        null,
        true,
        subject.links().provider());
  }

  private static StepEventStateMetadata state(ResourceState resource) {
    return resource == null
        ? null
        : new StepEventStateMetadata(
            resource.urn(),
            resource.type(),
            resource.custom(),
            resource.condition().delete(),
            resource.id(),
            resource.links().parent(),
            resource.options().protect(),
            PlainValues.masked(resource.inputs()),
            PlainValues.masked(resource.outputs()),
            resource.links().provider(),
            resource.condition().initErrors());
  }

  private EngineEvent event(Body body) {
    sequence++;
    return new EngineEvent(
        sequence,
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
