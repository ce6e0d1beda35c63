package dev.helium.engine.run;

import dev.helium.engine.state.ResourceState;
import dev.helium.engine.state.ResourceState.Links;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Gives a resource a new URN, in its own record and in those of its neighbours. */
final class Renaming {
  private Renaming() {}

  static ResourceState of(ResourceState resource, String from, String to) {
    UnaryOperator<String> renamed = urn -> urn.equals(from) ? to : urn;
    boolean itself = resource.urn().equals(from) && !resource.condition().delete();
    return new ResourceState(
        itself ? to : resource.urn(),
        itself ? Urns.type(to) : resource.type(),
        resource.custom(),
        resource.id(),
        resource.inputs(),
        resource.outputs(),
        links(resource.links(), renamed, from, to),
        resource.options().renamed(renamed),
        resource.condition(),
        resource.created(),
        resource.modified(),
        resource.rest());
  }

  private static Links links(Links links, UnaryOperator<String> renamed, String from, String to) {
    String provider =
        links.provider().startsWith(from + "::")
            ? to + links.provider().substring(from.length())
            : links.provider();
    return new Links(
        renamed.apply(links.parent()),
        provider,
        all(links.dependencies(), renamed),
        links.propertyDependencies().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> all(entry.getValue(), renamed))));
  }

  private static List<String> all(List<String> urns, UnaryOperator<String> renamed) {
    return urns.stream().map(renamed).toList();
  }
}
