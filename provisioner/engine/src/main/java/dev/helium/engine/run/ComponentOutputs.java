package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.RunEvent;
import dev.helium.engine.event.Step;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.Unknowns;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** What components and the stack itself give back, which is said after they are registered. */
final class ComponentOutputs {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final Targeting targeting;
  private final String root;
  private final Map<String, OperationType> operations = new ConcurrentHashMap<>();
  private final AtomicReference<ObjectValue> ofStack = new AtomicReference<>();

  ComponentOutputs(RunContext context, StackSnapshot snapshot, Targeting targeting) {
    this.context = context;
    this.snapshot = snapshot;
    this.targeting = targeting;
    this.root = Urns.root(context.stack());
  }

  /** Notes what is done to a component, to be told once it has its outputs. */
  void begin(String urn, OperationType operation) {
    operations.put(urn, operation);
  }

  /** Sets what a component or the stack itself gives back. */
  void register(String urn, ObjectValue outputs) {
    if (urn.equals(root)) {
      ofStack.set(outputs);
    } else if (!targeting.isLeftOut(urn)) {
      set(urn, outputs);
    }
  }

  /**
   * Sets the stack's outputs. After a failure those that the program did not come to stay as they
   * were.
   */
  void finish() {
    var outputs = ofStack.get();
    if (outputs == null) {
      return;
    }
    if (context.firstFailure() != null) {
      var merged = new TreeMap<String, PropertyValue>();
      snapshot.current(root).ifPresent(stack -> merged.putAll(stack.outputs().fields()));
      merged.putAll(outputs.fields());
      outputs = new ObjectValue(merged);
    }
    set(root, outputs);
  }

  private void set(String urn, ObjectValue outputs) {
    var resource = snapshot.registered(urn).orElseThrow(() -> unknown(urn));
    context.redactor().learn(outputs);
    var complete = resource.withOutputs(context.preview() ? outputs : known(outputs));
    snapshot.replaceTouched(resource, complete);
    var operation = operations.getOrDefault(urn, OperationType.SAME);
    context.tell(new RunEvent.Outputs(Step.of(operation, resource, complete)));
  }

  private EngineException unknown(String urn) {
    return context.failed(
        new EngineException(
            FailureClass.INVALID, "outputs of a resource that is not registered: " + urn),
        urn);
  }

  /** What needs a resource that was left out is not known after an update either. */
  private static ObjectValue known(ObjectValue outputs) {
    var known = new TreeMap<>(outputs.fields());
    known.values().removeIf(Unknowns::anyIn);
    return new ObjectValue(known);
  }
}
