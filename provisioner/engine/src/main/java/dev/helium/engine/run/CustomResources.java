package dev.helium.engine.run;

import dev.helium.engine.EngineException;
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
  }

  ResourceState register(ResourceState asked, Goal goal, ResourceState providerResource) {
    var old = snapshot.recorded(asked.urn()).orElse(null);
    if (!targeting.includes(asked)) {
      return targeting.leaveOut(asked, old, steps);
    }
    var provider = providers.of(providerResource);
    if (old != null && old.condition().external()) {
      throw EngineException.unsupported("taking over a resource that was only read");
    }
    var wanted = check(asked, old, provider);
    targeting.requireNeeds(wanted, context);
    if (old == null) {
      return steps.create(provider, wanted);
    }
    if (old.condition().pendingReplacement()) {
      return createAgain(old, wanted, Difference.NONE, provider);
    }
    var difference = compare(old, wanted, provider);
    if (!difference.replaces().isEmpty()) {
      return replace(old, asked, goal, difference, provider);
    }
    var isUnusable = !old.condition().initErrors().isEmpty();
    return difference.changed() || isUnusable
        ? steps.update(provider, old, wanted, difference)
        : steps.same(old, wanted);
  }

  private ResourceState check(ResourceState asked, ResourceState old, ResourceProvider provider) {
    if (old == null || old.condition().pendingReplacement() || isToBeReplaced(asked)) {
      return checkAnew(asked, provider);
    }
    var kept = PropertyPaths.keep(old.inputs(), asked.inputs(), asked.options().ignoreChanges());
    return asked.withInputs(provider.check(asked.urn(), old.inputs(), kept));
  }

  /** What the provider decided for the old resource does not count for a new one. */
  private static ResourceState checkAnew(ResourceState asked, ResourceProvider provider) {
    return asked.withInputs(provider.check(asked.urn(), ObjectValue.empty(), asked.inputs()));
  }

  private Difference compare(ResourceState old, ResourceState wanted, ResourceProvider provider) {
    if (isToBeReplaced(wanted)) {
      return Difference.of(List.of(), List.of("id"), false);
    }
    if (goesWithReplaced(wanted.options().deletedWith())) {
      return Difference.of(List.of(), List.of("deletedWith"), false);
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

  private boolean goesWithReplaced(String urn) {
    return !urn.isEmpty() && replacements.isReplaced(urn);
  }

  private ResourceState replace(
      ResourceState old,
      ResourceState asked,
      Goal goal,
      Difference difference,
      ResourceProvider provider) {
    if (asked.options().protect() && old.options().protect()) {
      var refused = StepRunner.refusedAsProtected(old);
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
