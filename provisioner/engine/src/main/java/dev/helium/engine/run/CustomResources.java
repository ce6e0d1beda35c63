package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.event.Step;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Plans one managed resource: check, compare, then keep, create, update or replace. */
final class CustomResources {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;
  private final StepRunner steps;
  private final ReplacementDemands demands;
  private final Imports imports;
  private final DependentReplacements dependents;

  CustomResources(
      RunContext context,
      StackSnapshot snapshot,
      ProviderRegistry providers,
      StepRunner steps,
      ReplacementDemands demands) {
    this.context = context;
    this.snapshot = snapshot;
    this.providers = providers;
    this.steps = steps;
    this.demands = demands;
    this.imports = new Imports(context, snapshot, steps);
    this.dependents = new DependentReplacements(context, snapshot, providers);
  }

  ResourceState register(ResourceState asked, Goal goal, ResourceState providerResource) {
    var provider = providers.of(providerResource);
    var recorded = snapshot.recorded(asked.urn()).orElse(null);
    var isImported = Imports.isWanted(asked, recorded);
    var old = isImported ? imports.take(asked, recorded, provider) : recorded;
    if (old == null) {
      return steps.create(provider, check(asked, null, provider));
    }
    if (old.condition().pendingReplacement() || old.condition().external()) {
      demands.note(asked.urn());
      context.count(OperationType.REPLACE);
      return steps.createReplacement(provider, old, check(asked, null, provider));
    }
    var wanted = check(asked, old, provider);
    var difference = compare(old, wanted, provider);
    if (!difference.changed()) {
      return isImported ? steps.settled(old) : steps.same(old, wanted);
    }
    if (difference.replaces().isEmpty()) {
      return steps.update(
          provider,
          new Step(OperationType.UPDATE, old, wanted, topLevel(difference.paths()), List.of()));
    }
    Imports.requireReplaceable(wanted, difference);
    return replace(old, check(asked, null, provider), goal, difference, provider);
  }

  /** Without an old resource, everything is decided anew, such as generated names. */
  private ResourceState check(ResourceState asked, ResourceState old, ResourceProvider provider) {
    var oldInputs = old == null ? ObjectValue.empty() : old.inputs();
    var effective =
        old == null
            ? asked.inputs()
            : PropertyPaths.keep(oldInputs, asked.inputs(), asked.options().ignoreChanges());
    return asked.withInputs(provider.check(asked.urn(), oldInputs, effective));
  }

  private Difference compare(ResourceState old, ResourceState wanted, ResourceProvider provider) {
    var demanded = demands.demanded(old, wanted);
    if (demanded.isPresent()) {
      return demanded.get();
    }
    if (isOtherProvider(old, wanted)) {
      return Difference.of(List.of("provider"), List.of("provider"), false);
    }
    var difference = provider.diff(old, wanted, context.call(wanted.urn(), Duration.ZERO));
    var replaces = new ArrayList<>(difference.replaces());
    for (var pattern : wanted.options().replaceOnChanges()) {
      difference.paths().stream()
          .filter(path -> PropertyPaths.covers(pattern, path))
          .forEach(replaces::add);
    }
    return new Difference(
        difference.changed(),
        difference.paths(),
        replaces.stream().distinct().toList(),
        difference.deleteBeforeReplace()
            || (difference.replaces().isEmpty() && !replaces.isEmpty() && keepsName(old, wanted)),
        difference.details());
  }

  private ResourceState replace(
      ResourceState old,
      ResourceState wanted,
      Goal goal,
      Difference difference,
      ResourceProvider provider) {
    if (wanted.options().protect()) {
      StepRunner.requireUnprotected(old);
    }
    demands.note(wanted.urn());
    var deleteFirst =
        switch (goal.deleteBeforeReplace()) {
          case DELETE_FIRST -> true;
          case CREATE_FIRST -> false;
          case UNSPECIFIED -> difference.deleteBeforeReplace();
        };
    context.count(OperationType.REPLACE);
    if (!deleteFirst) {
      return steps.createReplacement(provider, old, wanted);
    }
    for (var dependent : dependents.of(old).reversed()) {
      steps.deleteToReplace(provider(dependent), dependent);
    }
    return steps.createReplacement(provider, steps.deleteToReplace(provider(old), old), wanted);
  }

  private ResourceProvider provider(ResourceState recorded) {
    return snapshot
        .provider(recorded.links().provider())
        .map(providers::of)
        .orElseThrow(
            () ->
                new EngineException(
                    FailureClass.STATE_UNREADABLE, "the provider of a resource is not recorded"));
  }

  /** True when the provider's own configuration says that its resources are elsewhere now. */
  private boolean isOtherProvider(ResourceState old, ResourceState wanted) {
    var before = old.links().provider();
    var now = wanted.links().provider();
    if (before.equals(now)) {
      return false;
    }
    var recorded = snapshot.provider(before);
    var current = snapshot.provider(now);
    return recorded.isEmpty()
        || current.isEmpty()
        || !providers.compare(recorded.get(), current.get()).replaces().isEmpty();
  }

  private static boolean keepsName(ResourceState old, ResourceState wanted) {
    return old.inputs().get("metadata") instanceof ObjectValue before
        && wanted.inputs().get("metadata") instanceof ObjectValue after
        && before.text("name").equals(after.text("name"));
  }

  private static List<String> topLevel(List<String> paths) {
    return paths.stream().map(path -> path.split("[.\\[]", 2)[0]).distinct().toList();
  }
}
