package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Step;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.property.Signatures;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.provider.ResourceProvider.Live;
import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.ResourceState.Condition;

/** Reads resources that a program looks at. Nothing is changed, so it happens in previews too. */
final class Reads {
  private static final Condition EXTERNAL =
      new Condition(false, false, true, Condition.LIVE.initErrors());

  private final RunContext context;
  private final StackSnapshot snapshot;
  private final StepRunner steps;
  private final Replacements replacements;

  Reads(RunContext context, StackSnapshot snapshot, StepRunner steps, Replacements replacements) {
    this.context = context;
    this.snapshot = snapshot;
    this.steps = steps;
    this.replacements = replacements;
  }

  /** Reads a resource; one that was managed under its name and has another id will be deleted. */
  ResourceState read(ResourceState asked, ResourceProvider provider) {
    var old = snapshot.recorded(asked.urn()).orElse(null);
    var sketch = asked.withCondition(EXTERNAL);
    var replaces = old != null && !old.condition().external() && !old.id().equals(asked.id());
    if (replaces) {
      replacements.note(asked.urn());
    }
    var operation = replaces ? OperationType.READ_REPLACEMENT : OperationType.READ;
    var read =
        steps.look(
            Step.of(operation, old, sketch),
            () -> {
              var found = found(sketch, old, provider);
              if (replaces) {
                snapshot.createdBeside(null, old, found);
              } else if (old == null) {
                snapshot.created(null, found);
              } else {
                snapshot.same(old, found);
              }
              return found;
            });
    if (replaces) {
      steps.replaced(old, read, Difference.NONE);
    }
    return read;
  }

  private ResourceState found(ResourceState sketch, ResourceState old, ResourceProvider provider) {
    if (sketch.id().equals(Signatures.UNKNOWN)) {
      return sketch.withOutputs(ObjectValue.empty());
    }
    var live = live(sketch, provider);
    var outputs = SecretMarks.mark(live.outputs(), sketch.options().additionalSecretOutputs());
    var found = sketch.withId(live.id().isEmpty() ? sketch.id() : live.id()).withOutputs(outputs);
    if (old == null) {
      return found;
    }
    var changed = !old.inputs().equals(found.inputs()) || !old.outputs().equals(outputs);
    return found.withTimes(
        old.created(), changed ? context.options().clock().instant() : old.modified());
  }

  private Live live(ResourceState sketch, ResourceProvider provider) {
    return provider
        .find(sketch, steps.call(sketch, "read"))
        .orElseThrow(
            () ->
                new EngineException(
                    FailureClass.NOT_FOUND, "resource '" + sketch.id() + "' does not exist"));
  }
}
