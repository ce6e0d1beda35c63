package dev.helium.engine.run;

import com.pulumi.automation.OperationType;
import dev.helium.engine.EngineException;
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

  CustomResources(
      RunContext context, StackSnapshot snapshot, ProviderRegistry providers, StepRunner steps) {
    this.context = context;
    this.snapshot = snapshot;
    this.providers = providers;
    this.steps = steps;
  }

  ResourceState register(ResourceState asked, Goal goal, ResourceState providerResource) {
    var provider = providers.of(providerResource);
    var old = snapshot.recorded(asked.urn()).orElse(null);
    if (old != null && old.condition().external()) {
      throw EngineException.unsupported("taking over a resource that was only read");
    }
    var wanted = check(asked, old, provider);
    if (old == null) {
      return steps.create(provider, wanted);
    }
    if (old.condition().pendingReplacement()) {
      return steps.createReplacement(provider, old, wanted);
    }
    var difference = compare(old, wanted, provider);
    if (!difference.changed()) {
      return steps.same(old, wanted);
    }
    if (difference.replaces().isEmpty()) {
      return steps.update(
          provider,
          new Step(OperationType.UPDATE, old, wanted, topLevel(difference.paths()), List.of()));
    }
    return replace(old, wanted, goal, difference, provider);
  }

  private ResourceState check(ResourceState asked, ResourceState old, ResourceProvider provider) {
    var oldInputs = old == null ? ObjectValue.empty() : old.inputs();
    var effective =
        old == null
            ? asked.inputs()
            : PropertyPaths.keep(oldInputs, asked.inputs(), asked.options().ignoreChanges());
    return asked.withInputs(provider.check(asked.urn(), oldInputs, effective));
  }

  private Difference compare(ResourceState old, ResourceState wanted, ResourceProvider provider) {
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
    StepRunner.requireUnprotected(old);
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
    var oldProvider = snapshot.current(old.providerUrn()).map(providers::of).orElse(provider);
    return steps.createReplacement(provider, steps.deleteToReplace(oldProvider, old), wanted);
  }

  /**
   * Default providers of two versions are the same cluster; anything else is taken for another one.
   */
  private static boolean isOtherProvider(ResourceState old, ResourceState wanted) {
    return !old.providerUrn().equals(wanted.providerUrn())
        && !(isDefault(old.providerUrn()) && isDefault(wanted.providerUrn()));
  }

  private static boolean isDefault(String providerUrn) {
    return !providerUrn.isEmpty() && Urns.name(providerUrn).startsWith("default");
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
