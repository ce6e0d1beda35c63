package dev.helium.engine.run;

import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.ResourceState.Links;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Gives resources new URNs, in their own records and in those of their neighbours. */
final class Renaming {
  private Renaming() {}

  /**
   * The resource with its URN and those in it renamed; one that waits to be deleted keeps its own.
   */
  static ResourceState of(ResourceState resource, Map<String, String> renames) {
    UnaryOperator<String> renamed = urn -> renames.getOrDefault(urn, urn);
    var urn = resource.condition().delete() ? resource.urn() : renamed.apply(resource.urn());
    return new ResourceState(
        urn,
        Urns.type(urn),
        resource.custom(),
        resource.id(),
        resource.inputs(),
        resource.outputs(),
        links(resource.links(), renamed),
        resource.options().renamed(renamed),
        resource.condition(),
        resource.created(),
        resource.modified(),
        resource.rest());
  }

  private static Links links(Links links, UnaryOperator<String> renamed) {
    return new Links(
        renamed.apply(links.parent()),
        provider(links.provider(), renamed),
        all(links.dependencies(), renamed),
        links.propertyDependencies().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> all(entry.getValue(), renamed))));
  }

  private static String provider(String reference, UnaryOperator<String> renamed) {
    var end = reference.lastIndexOf("::");
    return end < 0
        ? reference
        : renamed.apply(reference.substring(0, end)) + reference.substring(end);
  }

  private static List<String> all(List<String> urns, UnaryOperator<String> renamed) {
    return urns.stream().map(renamed).toList();
  }
}
