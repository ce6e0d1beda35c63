package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.UnknownValue;
import dev.helium.engine.provider.Call;
import dev.helium.engine.state.ResourceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What has to go before a resource that is deleted in order to be replaced: recorded resources that
 * would be replaced by a change of it, and those that are to be replaced or deleted with it. Each
 * comes again when the program registers it.
 */
final class DependentReplacements {
  private final RunContext context;
  private final StackSnapshot snapshot;
  private final ProviderRegistry providers;

  DependentReplacements(RunContext context, StackSnapshot snapshot, ProviderRegistry providers) {
    this.context = context;
    this.snapshot = snapshot;
    this.providers = providers;
  }

  /** The recorded resources that go along, each after what it needs. */
  List<ResourceState> of(ResourceState root) {
    var urns = new HashSet<String>();
    urns.add(root.urn());
    var along = new ArrayList<ResourceState>();
    // Recorded order puts needs first.
    for (var candidate : snapshot.untouched()) {
      if (isAlive(candidate) && !candidate.urn().equals(root.urn()) && goesAlong(candidate, urns)) {
        urns.add(candidate.urn());
        along.add(candidate);
      }
    }
    along.forEach(resource -> requireUnprotected(resource, root));
    return along;
  }

  private boolean goesAlong(ResourceState candidate, Set<String> urns) {
    return urns.contains(candidate.providerUrn())
        || urns.contains(candidate.options().deletedWith())
        || candidate.options().replaceWith().stream().anyMatch(urns::contains)
        || isReplacedByChange(candidate, urns);
  }

  /** Asks the provider, with unknown values for the inputs that come from what is replaced. */
  private boolean isReplacedByChange(ResourceState candidate, Set<String> urns) {
    var inputs = new TreeMap<String, PropertyValue>(candidate.inputs().fields());
    candidate
        .links()
        .propertyDependencies()
        .forEach(
            (property, needed) -> {
              if (needed.stream().anyMatch(urns::contains)) {
                inputs.computeIfPresent(property, (name, value) -> new UnknownValue());
              }
            });
    var changed = new PropertyValue.ObjectValue(inputs);
    if (candidate.isProvider() || changed.equals(candidate.inputs())) {
      return false;
    }
    var provider =
        snapshot
            .provider(candidate.links().provider())
            .map(providers::of)
            .orElseThrow(
                () ->
                    new EngineException(
                        FailureClass.STATE_UNREADABLE, "the provider of a resource is missing"));
    var standard = context.call(candidate.urn(), Duration.ZERO);
    var call = new Call(true, standard.cancellation(), standard.timeout(), standard.progress());
    var difference = provider.diff(candidate, candidate.withInputs(changed), call);
    return !difference.replaces().isEmpty()
        || candidate.options().replaceOnChanges().stream()
            .anyMatch(
                pattern ->
                    difference.paths().stream()
                        .anyMatch(path -> PropertyPaths.covers(pattern, path)));
  }

  private static boolean isAlive(ResourceState resource) {
    return resource.custom()
        && !resource.condition().external()
        && !resource.condition().delete()
        && !resource.condition().pendingReplacement();
  }

  private static void requireUnprotected(ResourceState resource, ResourceState root) {
    if (resource.options().protect()) {
      throw new EngineException(
          FailureClass.INVALID,
          "unable to replace "
              + resource.urn()
              + " as part of replacing "
              + root.urn()
              + ": it is protected; unprotect it first");
    }
  }
}
