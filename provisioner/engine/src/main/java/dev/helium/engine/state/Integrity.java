package dev.helium.engine.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a deployment holds together: what each resource names comes before it. */
public final class Integrity {
  private final List<ResourceState> resources;
  private final Set<String> urns = new HashSet<>();
  private final Set<String> providers = new HashSet<>();

  private Integrity(List<ResourceState> resources) {
    this.resources = resources;
  }

  /** The first thing that is wrong, empty when nothing is. */
  public static Optional<String> problem(Deployment deployment) {
    var check = new Integrity(deployment.resources());
    for (var resource : deployment.resources()) {
      var problem = check.problem(resource);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return check.duplicate();
  }

  private Optional<String> problem(ResourceState resource) {
    if (!resource.custom() && !resource.id().isEmpty()) {
      return Optional.of("resource " + resource.urn() + " is not custom but has an id");
    }
    if (resource.isProvider()) {
      providers.add(resource.urn() + "::" + resource.id());
    }
    var provider = resource.links().provider();
    if (!provider.isEmpty()
        && !providers.contains(provider)
        && !resource.condition().pendingReplacement()) {
      return Optional.of("resource " + resource.urn() + " refers to unknown provider " + provider);
    }
    for (var needed : needs(resource).entrySet()) {
      if (!urns.contains(needed.getKey())) {
        return Optional.of(
            "resource "
                + resource.urn()
                + " refers to "
                + needed.getValue()
                + " "
                + needed.getKey()
                + (isThere(needed.getKey()) ? ", which comes after it" : ", which is missing"));
      }
    }
    urns.add(resource.urn());
    return Optional.empty();
  }

  private boolean isThere(String urn) {
    return resources.stream().anyMatch(resource -> resource.urn().equals(urn));
  }

  private Optional<String> duplicate() {
    Map<String, List<Boolean>> deletions = new HashMap<>();
    for (var resource : resources) {
      deletions
          .computeIfAbsent(resource.urn(), urn -> new ArrayList<>())
          .add(resource.condition().delete());
    }
    return deletions.entrySet().stream()
        .filter(entry -> entry.getValue().stream().filter(deleted -> !deleted).count() > 1)
        .map(entry -> "duplicate resource " + entry.getKey() + ", not marked for deletion")
        .sorted()
        .findFirst();
  }

  private static Map<String, String> needs(ResourceState resource) {
    var needs = new HashMap<String, String>();
    var links = resource.links();
    links
        .propertyDependencies()
        .values()
        .forEach(all -> all.forEach(urn -> needs.put(urn, "dependency")));
    links.dependencies().forEach(urn -> needs.put(urn, "dependency"));
    if (!resource.options().deletedWith().isEmpty()) {
      needs.put(resource.options().deletedWith(), "its deletion's owner");
    }
    if (!links.parent().isEmpty()) {
      needs.put(links.parent(), "parent");
    }
    return needs;
  }
}
