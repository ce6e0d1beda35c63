package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.RunEvent;
import dev.helium.engine.event.Step;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.Signatures;
import dev.helium.engine.property.Unknowns;
import dev.helium.engine.state.ResourceOptions;
import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.ResourceState.Links;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Takes what the program registers, resource by resource and in parallel, and makes it so. */
public final class Registrar {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;
  private final StepRunner steps;
  private final Targeting targeting;
  private final Claims claims;
  private final CustomResources customResources;
  private final Map<String, OperationType> operations = new ConcurrentHashMap<>();
  private final AtomicReference<ObjectValue> stackOutputs = new AtomicReference<>();
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Map<String, Object> defaultProviders = new ConcurrentHashMap<>();

  Registrar(
      RunContext context,
      StackSnapshot snapshot,
      ProviderRegistry providers,
      StepRunner steps,
      Targeting targeting) {
    this.context = context;
    this.snapshot = snapshot;
    this.providers = providers;
    this.steps = steps;
    this.targeting = targeting;
    this.claims = new Claims();
    this.customResources =
        new CustomResources(
            context,
            snapshot,
            providers,
            steps,
            targeting,
            new Replacements(context, snapshot, providers, steps, claims));
  }

  /** Registers a resource and returns when it is as wanted. */
  public ResourceState register(Goal goal) {
    context.requireGoing();
    var urn = Urns.of(context.stack(), parent(goal), goal.type(), goal.name());
    if (!seen.add(urn)) {
      throw context.failed(
          new EngineException(FailureClass.INVALID, "two resources have the URN " + urn), urn);
    }
    try {
      context.redactor().learn(goal.inputs());
      snapshot.rename(aliases(goal), urn);
      claims.register(urn);
      requireNoneFailed(goal);
      if (goal.type().startsWith("pulumi:providers:")) {
        return registerProvider(urn, goal);
      }
      return goal.custom() ? registerCustom(urn, goal) : registerComponent(urn, goal);
    } catch (RuntimeException failure) {
      failed.add(urn);
      throw failure instanceof SkippedException ? failure : context.failed(failure, urn);
    }
  }

  /** A resource that is not touched because something it needs failed; it is no failure itself. */
  private static final class SkippedException extends EngineException {
    private static final long serialVersionUID = 1L;

    private SkippedException(String needed) {
      super(FailureClass.CANCELLED, "skipped, because it needs " + Urns.name(needed));
    }
  }

  private void requireNoneFailed(Goal goal) {
    if (failed.isEmpty()) {
      return;
    }
    var needs = wanted("", goal, goal.inputs(), goal.provider()).needs();
    var reason = needs.stream().filter(failed::contains).findFirst();
    if (reason.isPresent()) {
      throw new SkippedException(reason.get());
    }
  }

  /** Sets what a component or the stack itself gives back. */
  public void registerOutputs(String urn, ObjectValue outputs) {
    if (urn.equals(rootUrn())) {
      stackOutputs.set(outputs);
    } else if (!targeting.isLeftOut(urn)) {
      setOutputs(urn, outputs);
    }
  }

  /**
   * Sets the stack's outputs. After a failure those that the program did not come to stay as they
   * were.
   */
  void finishOutputs() {
    var outputs = stackOutputs.get();
    if (outputs == null) {
      return;
    }
    if (context.firstFailure() != null) {
      var merged = new TreeMap<String, PropertyValue>();
      snapshot.current(rootUrn()).ifPresent(root -> merged.putAll(root.outputs().fields()));
      merged.putAll(outputs.fields());
      outputs = new ObjectValue(merged);
    }
    setOutputs(rootUrn(), outputs);
  }

  /** What the program registered, whatever became of it. */
  Set<String> registered() {
    return Set.copyOf(seen);
  }

  private void setOutputs(String urn, ObjectValue outputs) {
    var resource =
        snapshot
            .current(urn)
            .orElseThrow(
                () ->
                    new EngineException(
                        FailureClass.INVALID,
                        "outputs of a resource that is not registered: " + urn));
    context.redactor().learn(outputs);
    var complete = resource.withOutputs(context.preview() ? outputs : known(outputs));
    snapshot.replaceTouched(resource, complete);
    context.tell(new RunEvent.Outputs(Step.of(operation(urn), resource, complete)));
  }

  /** Notes that the program asked for something that is not done here; returns what to answer. */
  public EngineException refused(EngineException refusal) {
    return context.failed(refusal, "");
  }

  /** The stack's own URN. */
  public String rootUrn() {
    return Urns.root(context.stack());
  }

  private OperationType operation(String urn) {
    return operations.getOrDefault(urn, OperationType.SAME);
  }

  /** What needs a resource that was left out is not known after an update either. */
  private static ObjectValue known(ObjectValue outputs) {
    var known = new TreeMap<>(outputs.fields());
    known.values().removeIf(Unknowns::anyIn);
    return new ObjectValue(known);
  }

  private ResourceState registerComponent(String urn, Goal goal) {
    var wanted = wanted(urn, goal, goal.inputs(), "");
    var old = snapshot.recorded(urn).orElse(null);
    if (!targeting.includes(wanted)) {
      return targeting.leaveOut(wanted, old, steps);
    }
    targeting.requireNeeds(wanted, context);
    operations.put(urn, old == null ? OperationType.CREATE : changed(old, wanted));
    if (old == null) {
      return steps.register(null, wanted, OperationType.CREATE);
    }
    return old.inputs().equals(wanted.inputs())
        ? steps.same(old, wanted)
        : steps.register(
            old, wanted.withOutputs(old.outputs()).withId(old.id()), OperationType.UPDATE);
  }

  private static OperationType changed(ResourceState old, ResourceState wanted) {
    return old.inputs().equals(wanted.inputs()) ? OperationType.SAME : OperationType.UPDATE;
  }

  private ResourceState registerCustom(String urn, Goal goal) {
    providers.requireSupported(goal.type());
    var packageName = ProviderRegistry.packageOf(goal.type());
    var provider =
        goal.provider().isEmpty()
            ? defaultProvider(packageName, goal.version())
            : explicitProvider(goal.provider());
    var reference = provider.urn() + "::" + provider.id();
    return customResources.register(wanted(urn, goal, goal.inputs(), reference), goal, provider);
  }

  private ResourceState registerProvider(String urn, Goal goal) {
    var inputs =
        goal.version().isEmpty()
            ? goal.inputs()
            : goal.inputs().with("version", new TextValue(goal.version()));
    return settle(wanted(urn, goal, inputs, ""));
  }

  private ResourceState settle(ResourceState wanted) {
    targeting.includes(wanted);
    targeting.requireNeeds(wanted, context);
    var old = snapshot.recorded(wanted.urn()).orElse(null);
    var complete = wanted.withOutputs(wanted.inputs());
    var settled =
        old == null
            ? steps.register(null, complete.withId(newId()), OperationType.CREATE)
            : old.inputs().equals(complete.inputs())
                ? steps.same(old, complete)
                : steps.register(old, complete.withId(old.id()), OperationType.UPDATE);
    providers.of(settled);
    return settled;
  }

  private String newId() {
    return context.preview() ? Signatures.UNKNOWN : UUID.randomUUID().toString();
  }

  private ResourceState defaultProvider(String packageName, String version) {
    var type = "pulumi:providers:" + packageName;
    var urn = Urns.of(context.stack(), "", type, ProviderRegistry.defaultName(version));
    // Many resources ask at once for the one that all of them share.
    synchronized (defaultProviders.computeIfAbsent(urn, key -> new Object())) {
      if (seen.add(urn)) {
        var inputs = providers.defaultInputs(packageName, version);
        context.redactor().learn(inputs);
        return settle(
            ResourceState.fresh(urn, type, true, inputs, Links.NONE, ResourceOptions.none()));
      }
      return snapshot
          .current(urn)
          .orElseThrow(
              () ->
                  new EngineException(
                      FailureClass.INVALID, "the default provider could not be configured"));
    }
  }

  private ResourceState explicitProvider(String reference) {
    var urn = reference.substring(0, Math.max(0, reference.lastIndexOf("::")));
    return snapshot
        .current(urn)
        .filter(ResourceState::isProvider)
        .orElseThrow(
            () -> new EngineException(FailureClass.INVALID, "unknown provider " + reference));
  }

  private List<String> aliases(Goal goal) {
    return goal.aliases().stream()
        .map(alias -> alias.resolve(context.stack(), parent(goal), goal))
        .toList();
  }

  private String parent(Goal goal) {
    return goal.parent().isEmpty() && !goal.type().equals(Urns.STACK_TYPE)
        ? rootUrn()
        : goal.parent();
  }

  private ResourceState wanted(String urn, Goal goal, ObjectValue inputs, String provider) {
    return ResourceState.fresh(
        urn,
        goal.type(),
        goal.custom(),
        inputs,
        new Links(
            parent(goal), provider, List.copyOf(goal.dependencies()), goal.propertyDependencies()),
        goal.options());
  }
}
