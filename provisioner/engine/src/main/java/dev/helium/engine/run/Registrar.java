package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.ProviderAnswer;
import dev.helium.engine.provider.RunFacts;
import dev.helium.engine.state.ResourceOptions;
import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.ResourceState.Links;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Takes what the program registers, resource by resource and in parallel, and makes it so. */
public final class Registrar {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;
  private final StepRunner steps;
  private final Targeting targeting;
  private final Claims claims;
  private final CustomResources customResources;
  private final ProviderResources providerResources;
  private final Reads reads;
  private final AliasResolver aliases;
  private final Inheritance inheritance = new Inheritance();
  private final ProviderRequests requests;
  private final ComponentOutputs outputs;
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  Registrar(
      RunContext context,
      StackSnapshot snapshot,
      ProviderRegistry providers,
      StepRunner steps,
      Targeting targeting,
      DefaultProviders defaults) {
    this.context = context;
    this.snapshot = snapshot;
    this.providers = providers;
    this.steps = steps;
    this.targeting = targeting;
    this.claims = new Claims();
    this.outputs = new ComponentOutputs(context, snapshot, targeting);
    var replacements = new Replacements(context, snapshot, providers, steps, claims);
    this.customResources =
        new CustomResources(context, snapshot, providers, steps, targeting, replacements);
    this.providerResources =
        new ProviderResources(context, snapshot, providers, steps, replacements, defaults);
    this.reads = new Reads(context, snapshot, steps, replacements);
    this.requests = new ProviderRequests(context, snapshot, providers, providerResources::of);
    this.aliases = new AliasResolver(context.stack(), snapshot);
  }

  /** Registers a resource and returns when it is as wanted. */
  public ResourceState register(Goal asked) {
    context.requireGoing();
    var urn = urn(asked.parent(), asked.type(), asked.name(), asked.custom());
    return attempt(
        urn,
        () -> {
          context.redactor().learn(asked.inputs());
          var goal = inheritance.complete(asked);
          aliases.claim(urn, parent(goal.parent(), goal.type()), goal);
          claims.register(urn);
          requireNoneFailed(wanted(urn, goal, goal.provider()));
          var registered = settle(urn, goal);
          inheritance.keep(urn, goal, registered.links().provider());
          return registered;
        });
  }

  /** Reads a resource that the program does not manage. */
  public ResourceState read(ReadRequest request) {
    context.requireGoing();
    var urn = urn(request.parent(), request.type(), request.name(), true);
    return attempt(
        urn,
        () -> {
          context.redactor().learn(request.inputs());
          claims.register(urn);
          providers.requireSupported(request.type());
          var provider =
              providerResources.of(
                  request.provider(), request.type(), request.version(), request.downloadUrl());
          var options = ResourceOptions.readOnly(request.additionalSecretOutputs());
          var links =
              new Links(
                  parent(request.parent(), request.type()),
                  ProviderRegistry.reference(provider),
                  request.dependencies(),
                  Map.of());
          var asked =
              ResourceState.fresh(urn, request.type(), true, request.inputs(), links, options);
          requireNoneFailed(asked);
          return reads.read(asked.withId(request.id()), providers.of(provider));
        });
  }

  /** Calls a function of the engine itself. */
  public ObjectValue invokeBuiltin(String token, ObjectValue arguments) {
    context.requireGoing();
    return attempt(
        "",
        () -> {
          var provider = providerResources.of("", token, "", "");
          return providers.of(provider).invoke(token, arguments, steps.call(provider, "read"));
        });
  }

  /** True for a function that {@link #invokeBuiltin} answers. */
  public static boolean isBuiltin(String token) {
    return ProviderRegistry.packageOf(token).equals(BuiltinPackage.NAME);
  }

  /**
   * Has a provider build a component, which the provider registers with its resources.
   *
   * @param run what the provider must know of this run
   */
  public ProviderAnswer construct(Goal asked, RunFacts run) {
    context.requireGoing();
    var parent = parent(asked.parent(), asked.type());
    return attempt(
        Urns.of(context.stack(), parent, asked.type(), asked.name()),
        () -> {
          var goal = inheritance.complete(asked);
          return requests.construct(goal, parent, aliases.given(parent, goal), run);
        });
  }

  /** Calls a function of a package; empty when a preview cannot know the answer. */
  public Optional<ObjectValue> invoke(FunctionCall function) {
    context.cancellation().check();
    return requests.invoke(function);
  }

  /** Calls a method of a resource. */
  public ProviderAnswer call(FunctionCall method, RunFacts run) {
    context.requireGoing();
    return attempt("", () -> requests.call(method, run));
  }

  private void requireNoneFailed(ResourceState wanted) {
    if (!failed.isEmpty()) {
      wanted.needs().stream()
          .filter(failed::contains)
          .findFirst()
          .ifPresent(
              needed -> {
                throw new SkippedException(needed);
              });
    }
  }

  /** Sets what a component or the stack itself gives back. */
  public void registerOutputs(String urn, ObjectValue given) {
    outputs.register(urn, given);
  }

  /** Sets the stack's outputs; the program has ended. */
  void finishOutputs() {
    outputs.finish();
  }

  /** What the program registered, whatever became of it. */
  Set<String> registered() {
    return Set.copyOf(seen);
  }

  /** Notes that the program asked for something that is not done here; returns what to answer. */
  public EngineException refused(EngineException refusal) {
    return context.failed(refusal, "");
  }

  /** The stack's own URN. */
  public String rootUrn() {
    return Urns.root(context.stack());
  }

  /** The URN of a new resource; no other of this run may have it. */
  private String urn(String parent, String type, String name, boolean custom) {
    return attempt(
        "",
        () -> {
          Names.require(type, name, custom);
          if (!parent.isEmpty() && !seen.contains(parent)) {
            throw invalid("could not find parent resource " + parent);
          }
          var urn = Urns.of(context.stack(), parent(parent, type), type, name);
          if (!seen.add(urn)) {
            throw invalid("duplicate resource URN '" + urn + "'; try giving it a unique name")
                .about(urn);
          }
          return urn;
        });
  }

  private ResourceState settle(String urn, Goal goal) {
    if (goal.type().startsWith("pulumi:providers:")) {
      var wanted = wanted(urn, goal, "");
      targeting.includes(wanted);
      targeting.requireNeeds(wanted, context);
      return providerResources.register(wanted, goal);
    }
    return goal.custom() ? registerCustom(urn, goal) : registerComponent(urn, goal);
  }

  private ResourceState registerComponent(String urn, Goal goal) {
    var wanted = wanted(urn, goal, "");
    var old = snapshot.recorded(urn).orElse(null);
    if (!targeting.includes(wanted)) {
      return targeting.leaveOut(wanted, old, steps);
    }
    targeting.requireNeeds(wanted, context);
    outputs.begin(urn, operation(old, wanted));
    if (old == null) {
      return steps.register(null, wanted, OperationType.CREATE);
    }
    if (old.custom()) {
      var made = steps.registerBeside(old, wanted);
      steps.replaced(old, made, Difference.NONE);
      return made;
    }
    return old.inputs().equals(wanted.inputs())
        ? steps.same(old, wanted)
        : steps.register(
            old, wanted.withOutputs(old.outputs()).withId(old.id()), OperationType.UPDATE);
  }

  private static OperationType operation(ResourceState old, ResourceState wanted) {
    if (old == null || old.custom()) {
      return OperationType.CREATE;
    }
    return old.inputs().equals(wanted.inputs()) ? OperationType.SAME : OperationType.UPDATE;
  }

  private ResourceState registerCustom(String urn, Goal goal) {
    providers.requireSupported(goal.type());
    var provider =
        providerResources.of(goal.provider(), goal.type(), goal.version(), goal.downloadUrl());
    var wanted = wanted(urn, goal, ProviderRegistry.reference(provider));
    return customResources.register(wanted, goal, provider);
  }

  private <T> T attempt(String urn, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      failed.add(urn);
      throw failure instanceof SkippedException ? failure : context.failed(failure, urn);
    }
  }

  private String parent(String parent, String type) {
    return parent.isEmpty() && !type.equals(Urns.STACK_TYPE) ? rootUrn() : parent;
  }

  private ResourceState wanted(String urn, Goal goal, String provider) {
    return ResourceState.fresh(
        urn,
        goal.type(),
        goal.custom(),
        goal.inputs(),
        new Links(
            parent(goal.parent(), goal.type()),
            provider,
            List.copyOf(goal.dependencies()),
            goal.propertyDependencies()),
        goal.options());
  }

  private static EngineException invalid(String message) {
    return new EngineException(FailureClass.INVALID, message);
  }
}
