package dev.helium.engine.run;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;
import java.util.List;

/** Plans one managed resource: check, compare, then keep, create, update or replace. */
final class CustomResources {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;
  private final StepRunner steps;
  private final Targeting targeting;
  private final Replacements replacements;
  private final ReplacementDemands demands;
  private final Imports imports;

  CustomResources(
      RunContext context,
      StackSnapshot snapshot,
      ProviderRegistry providers,
      StepRunner steps,
      Targeting targeting,
      Replacements replacements) {
    this.context = context;
    this.snapshot = snapshot;
    this.providers = providers;
    this.steps = steps;
    this.targeting = targeting;
    this.replacements = replacements;
    this.demands = new ReplacementDemands(replacements);
    this.imports = new Imports(context, snapshot, steps);
  }

  ResourceState register(ResourceState asked, Goal goal, ResourceState providerResource) {
    var recorded = snapshot.recorded(asked.urn()).orElse(null);
    if (!targeting.includes(asked)) {
      return targeting.leaveOut(asked, recorded, steps);
    }
    targeting.requireNeeds(asked, context);
    var provider = providers.of(providerResource);
    var isImported = Imports.isWanted(asked, recorded);
    var old = isImported ? imports.take(asked, recorded, provider) : recorded;
    if (old == null) {
      return steps.create(provider, checkAnew(asked, provider));
    }
    if (old.condition().external()) {
      return manage(old, checkAnew(asked, provider), provider);
    }
    var wanted = check(asked, old, provider);
    if (old.condition().pendingReplacement()) {
      return createAgain(old, wanted, Difference.NONE, provider);
    }
    var difference = compare(old, wanted, provider);
    if (!difference.replaces().isEmpty()) {
      Imports.requireReplaceable(wanted, difference);
      return replace(old, asked, goal, difference, provider);
    }
    if (difference.changed() || !old.condition().initErrors().isEmpty()) {
      return steps.update(provider, old, wanted, difference);
    }
    return isImported ? steps.settled(old) : steps.same(old, wanted);
  }

  private ResourceState check(ResourceState asked, ResourceState old, ResourceProvider provider) {
    if (old.condition().pendingReplacement() || isToBeReplaced(asked)) {
      return checkAnew(asked, provider);
    }
    var kept = PropertyPaths.keep(old.inputs(), asked.inputs(), asked.options().ignoreChanges());
    return asked.withInputs(provider.check(asked.urn(), old.inputs(), kept));
  }

  /** What the provider decided for the old resource does not count for a new one. */
  private ResourceState checkAnew(ResourceState asked, ResourceProvider provider) {
    var attempted = snapshot.attempted(asked.urn());
    return asked.withInputs(provider.check(asked.urn(), attempted, asked.inputs()));
  }

  private Difference compare(ResourceState old, ResourceState wanted, ResourceProvider provider) {
    if (isToBeReplaced(wanted)) {
      return Difference.of(List.of(), List.of("id"), false);
    }
    var demanded = demands.demanded(old, wanted);
    if (demanded.isPresent()) {
      return demanded.get();
    }
    if (isOtherProvider(old, wanted)) {
      return Difference.of(List.of("provider"), List.of("provider"), false);
    }
    var difference = provider.diff(old, wanted, context.call(wanted.urn(), Duration.ZERO));
    return old.condition().initErrors().isEmpty()
        ? ReplaceOnChanges.apply(difference, wanted)
        : ReplaceOnChanges.applyUnusable(difference, wanted);
  }

  private boolean isToBeReplaced(ResourceState resource) {
    return context.settings().replaces().matches(resource.urn());
  }

  /** Makes what was only read until now; what was read is forgotten, not deleted. */
  private ResourceState manage(
      ResourceState read, ResourceState wanted, ResourceProvider provider) {
    replacements.note(read.urn());
    var made = steps.createReplacement(provider, read, wanted, Difference.NONE);
    steps.replaced(read, made, Difference.NONE);
    return made;
  }

  private ResourceState replace(
      ResourceState old,
      ResourceState asked,
      Goal goal,
      Difference difference,
      ResourceProvider provider) {
    if (asked.options().protect() && old.options().protect()) {
      var refused = Protection.refusal(old);
      if (!context.preview()) {
        throw refused;
      }
      // The rest of the plan is still worth seeing.
      context.problem(refused, old.urn());
    }
    var wanted = checkAnew(asked, provider);
    var deleteFirst =
        switch (goal.deleteBeforeReplace()) {
          case DELETE_FIRST -> true;
          case CREATE_FIRST -> false;
          case UNSPECIFIED -> difference.deleteBeforeReplace() || isInTheWay(old, wanted);
        };
    replacements.note(old.urn());
    if (!deleteFirst) {
      var made = steps.createReplacement(provider, old, wanted, difference);
      steps.replaced(old, made, difference);
      return made;
    }
    replacements.makeRoom(old);
    var waiting = snapshot.recorded(old.urn()).orElseThrow();
    return createAgain(waiting, wanted, difference, provider);
  }

  private ResourceState createAgain(
      ResourceState waiting,
      ResourceState wanted,
      Difference difference,
      ResourceProvider provider) {
    replacements.note(waiting.urn());
    steps.replaced(waiting, wanted, difference);
    return steps.createReplacement(provider, waiting, wanted, difference);
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

  /** True when the new resource would be the old one: a program gives both the same name. */
  private static boolean isInTheWay(ResourceState old, ResourceState wanted) {
    return old.providerUrn().equals(wanted.providerUrn())
        && old.inputs().get("metadata") instanceof ObjectValue before
        && wanted.inputs().get("metadata") instanceof ObjectValue after
        && !before.text("name").isEmpty()
        && before.text("name").equals(after.text("name"))
        && before.text("namespace").equals(after.text("namespace"));
  }
}
