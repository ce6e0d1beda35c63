package dev.helium.engine.run;

import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.ResourceState.Links;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Takes what is gone out of the links of what is left. */
final class LinkRepair {
  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> present = new HashSet<>();

  private LinkRepair() {}

  /**
   * The repair of one resource.
   *
   * @param before every resource there was
   * @param left those that are still there
   */
  static UnaryOperator<ResourceState> of(List<ResourceState> before, List<ResourceState> left) {
    var repair = new LinkRepair();
    before.forEach(resource -> repair.parents.put(resource.urn(), resource.links().parent()));
    left.forEach(resource -> repair.present.add(resource.urn()));
    return repair::repaired;
  }

  private ResourceState repaired(ResourceState resource) {
    var links = resource.links();
    var byProperty = new TreeMap<String, List<String>>();
    links
        .propertyDependencies()
        .forEach(
            (name, urns) -> {
              var left = present(urns);
              // The CLI leaves empty lists out here, and only here.
              if (!left.isEmpty()) {
                byProperty.put(name, left);
              }
            });
    var fixed =
        new Links(
            parent(links.parent()), links.provider(), present(links.dependencies()), byProperty);
    return resource
        .withLinks(fixed)
        .withOptions(resource.options().renamed(urn -> present.contains(urn) ? urn : ""));
  }

  private String parent(String urn) {
    var parent = urn;
    while (!parent.isEmpty() && !present.contains(parent)) {
      parent = parents.getOrDefault(parent, "");
    }
    return parent;
  }

  private List<String> present(List<String> urns) {
    return urns.stream().filter(present::contains).toList();
  }
}
