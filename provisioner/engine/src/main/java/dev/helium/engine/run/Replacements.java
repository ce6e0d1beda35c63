package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Deletes a resource that is to be replaced, and before it everything that could not outlive it:
 * what its provider would have to replace as well once a value of the deleted resource changes.
 */
final class Replacements {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;
  private final StepRunner steps;
  private final Claims claims;
  private final Set<String> replaced = ConcurrentHashMap.newKeySet();

  Replacements(
      RunContext context,
      StackSnapshot snapshot,
      ProviderRegistry providers,
      StepRunner steps,
      Claims claims) {
    this.context = context;
    this.snapshot = snapshot;
    this.providers = providers;
    this.steps = steps;
    this.claims = claims;
  }

  /** Notes that this run replaces a resource. */
  void note(String urn) {
    replaced.add(urn);
  }

  /** True when this run replaces the resource. */
  boolean isReplaced(String urn) {
    return replaced.contains(urn);
  }

  /** Deletes the resource and what must go before it. */
  void makeRoom(ResourceState root) {
    var dependents = new ArrayList<ResourceState>();
    var doomed = new HashSet<String>();
    doomed.add(root.urn());
    try {
      condemn(root, dependents, doomed);
      for (var dependent : dependents.reversed()) {
        if (!doomed.contains(dependent.options().deletedWith())) {
          delete(dependent);
        }
      }
      delete(root);
      // These went with another one, but only now that is sure.
      for (var dependent : dependents.reversed()) {
        if (doomed.contains(dependent.options().deletedWith())) {
          steps.goneToReplace(dependent);
        }
      }
    } finally {
      claims.release(doomed);
    }
  }

  private void condemn(ResourceState root, List<ResourceState> dependents, Set<String> doomed) {
    for (var candidate : snapshot.untouched()) {
      var condition = candidate.condition();
      // A replaced provider leaves the old one for what it manages, so none ever goes along.
      if (!candidate.custom()
          || candidate.isProvider()
          || condition.external()
          || condition.pendingReplacement()) {
        continue;
      }
      if (condition.delete() || !mustGo(candidate, doomed) || !claims.condemn(candidate.urn())) {
        continue;
      }
      doomed.add(candidate.urn());
      dependents.add(candidate);
      requireUnprotected(root, candidate);
    }
  }

  private void requireUnprotected(ResourceState root, ResourceState dependent) {
    if (dependent.options().protect()) {
      throw new EngineException(
          FailureClass.INVALID,
          "replacing "
              + Urns.name(root.urn())
              + " would replace "
              + Urns.name(dependent.urn())
              + ", which is protected; unprotect it first");
    }
  }

  private boolean mustGo(ResourceState candidate, Set<String> doomed) {
    if (doomed.contains(candidate.providerUrn())
        || doomed.contains(candidate.options().deletedWith())
        || candidate.options().replaceWith().stream().anyMatch(doomed::contains)) {
      return true;
    }
    var inputs = new TreeMap<String, PropertyValue>();
    var touched = false;
    for (var input : candidate.inputs().fields().entrySet()) {
      var needed = candidate.links().propertyDependencies().getOrDefault(input.getKey(), List.of());
      var changes = needed.stream().anyMatch(doomed::contains);
      touched |= changes;
      inputs.put(input.getKey(), changes ? new UnknownValue() : input.getValue());
    }
    return touched && !replaces(candidate, ObjectValue.of(inputs)).isEmpty();
  }

  private List<String> replaces(ResourceState candidate, ObjectValue inputs) {
    var standard = context.call(candidate.urn(), Duration.ZERO);
    // Unknown values come in previews only, as far as providers know.
    var call =
        new Call(
            true,
            standard.cancellation(),
            standard.ownership(),
            standard.timeout(),
            standard.progress());
    var difference = provider(candidate).diff(candidate, candidate.withInputs(inputs), call);
    return ReplaceOnChanges.apply(difference, candidate).replaces();
  }

  private void delete(ResourceState resource) {
    steps.deleteToReplace(provider(resource), resource);
  }

  private ResourceProvider provider(ResourceState resource) {
    return providers.of(snapshot, resource);
  }
}
