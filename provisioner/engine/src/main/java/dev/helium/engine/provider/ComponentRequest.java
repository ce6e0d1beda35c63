package dev.helium.engine.provider;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.state.ResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * A component that a provider builds out of resources of its own.
 *
 * @param type the type token
 * @param name the name within the stack
 * @param parent the parent's URN
 * @param inputs what it should be
 * @param inputDependencies URNs that each input needs
 * @param dependencies URNs it needs
 * @param aliases URNs under which it may have been recorded before
 * @param providers packages to the URN and id of the provider its resources use
 * @param options what else was asked for
 * @param deleteBeforeReplace how its resources are replaced, null when nothing was said
 */
public record ComponentRequest(
    String type,
    String name,
    String parent,
    ObjectValue inputs,
    Map<String, List<String>> inputDependencies,
    List<String> dependencies,
    List<String> aliases,
    Map<String, String> providers,
    ResourceOptions options,
    Boolean deleteBeforeReplace) {
  public ComponentRequest {
    inputDependencies = Map.copyOf(inputDependencies);
    dependencies = List.copyOf(dependencies);
    aliases = List.copyOf(aliases);
    providers = Map.copyOf(providers);
  }
}
