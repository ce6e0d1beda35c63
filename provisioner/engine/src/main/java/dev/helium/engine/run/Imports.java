package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Step;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;

/**
 * Takes resources that exist under the management of the stack. What is imported is recorded as it
 * is and then compared like any recorded resource, so the same run brings it to what the program
 * says.
 */
final class Imports {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final StepRunner steps;

  Imports(RunContext context, StackSnapshot snapshot, StepRunner steps) {
    this.context = context;
    this.snapshot = snapshot;
    this.steps = steps;
  }

  /** True when a resource is to be imported; once recorded under its import id it is not again. */
  static boolean isWanted(ResourceState asked, ResourceState old) {
    var id = asked.options().importId();
    return !id.isEmpty() && (old == null || old.condition().external() || !id.equals(idOf(old)));
  }

  /**
   * Reads a resource and records it as if an earlier run had made it; whatever has its name now
   * will be deleted.
   */
  ResourceState take(ResourceState asked, ResourceState old, ResourceProvider provider) {
    var operation = old == null ? OperationType.IMPORT : OperationType.IMPORT_REPLACEMENT;
    var taken =
        steps.look(
            Step.of(operation, old, asked),
            () -> {
              var imported = imported(asked, provider);
              if (old == null || old.condition().pendingReplacement()) {
                snapshot.adopted(null, imported);
              } else {
                snapshot.adoptedBeside(null, old, imported);
              }
              return imported;
            });
    if (old != null) {
      steps.replaced(old, taken, Difference.NONE);
    }
    return taken;
  }

  /** Refuses to replace what the program still calls by its import id: a new one has another. */
  static void requireReplaceable(ResourceState wanted, Difference difference) {
    if (!wanted.options().importId().isEmpty()) {
      throw new EngineException(
          FailureClass.INVALID,
          "previously-imported resources that still specify an ID may not be replaced; remove the"
              + " import option from the program; it would be replaced because of "
              + String.join(", ", difference.replaces()));
    }
  }

  /** What is secret in the program is secret in what was read. */
  private ResourceState imported(ResourceState asked, ResourceProvider provider) {
    var id = asked.options().importId();
    var sketch = asked.withId(id).withInputs(ObjectValue.empty());
    var live =
        provider
            .find(sketch, steps.call(asked, "read"))
            .orElseThrow(
                () ->
                    new EngineException(
                        FailureClass.NOT_FOUND, "resource '" + id + "' does not exist"));
    var now = context.options().clock().instant();
    var outputs = SecretMarks.carry(asked.inputs(), live.outputs());
    return asked
        .withId(live.id().isEmpty() ? id : live.id())
        .withInputs(SecretMarks.carry(asked.inputs(), live.inputs()))
        .withOutputs(SecretMarks.mark(outputs, asked.options().additionalSecretOutputs()))
        .withTimes(now, now);
  }

  private static String idOf(ResourceState old) {
    return old.options().importId().isEmpty() ? old.id() : old.options().importId();
  }
}
