package dev.helium.engine.run;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.state.ResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a program registers.
 *
 * @param type the type token
 * @param name the name within the stack
 * @param custom true when a provider manages it
 * @param parent the parent's URN, empty for the stack itself
 * @param provider the provider's URN and id, empty for the default one
 * @param providers the providers of children by package, their URN and id
 * @param version the package version it was written against, empty when unknown
 * @param downloadUrl where the package comes from, empty for the usual place
 * @param inputs what it should be
 * @param dependencies URNs it needs
 * @param propertyDependencies the same by input
 * @param aliases names under which it may have been recorded before
 * @param options what else was asked for
 * @param unsaid options that are left to the parent
 * @param deleteBeforeReplace how a replacement must go
 */
public record Goal(
    String type,
    String name,
    boolean custom,
    String parent,
    String provider,
    Map<String, String> providers,
    String version,
    String downloadUrl,
    ObjectValue inputs,
    List<String> dependencies,
    Map<String, List<String>> propertyDependencies,
    List<Alias> aliases,
    ResourceOptions options,
    Set<Inheritable> unsaid,
    Replacement deleteBeforeReplace) {

  /** An option that a parent hands down to children that do not say. */
  public enum Inheritable {
    /** Whether deletion is refused. */
    PROTECT,
    /** Whether deletion only forgets. */
    RETAIN_ON_DELETE
  }

  /** Which comes first when a resource is replaced. */
  public enum Replacement {
    /** The provider decides. */
    UNSPECIFIED,
    /** The old one goes first. */
    DELETE_FIRST,
    /** The new one comes first. */
    CREATE_FIRST
  }

  public Goal {
    dependencies = List.copyOf(dependencies);
    propertyDependencies = Map.copyOf(propertyDependencies);
    aliases = List.copyOf(aliases);
    providers = Map.copyOf(providers);
    unsaid = Set.copyOf(unsaid);
  }

  /** The same with what it inherits. */
  Goal with(String inheritedProvider, Map<String, String> allProviders, ResourceOptions effective) {
    return new Goal(
        type,
        name,
        custom,
        parent,
        inheritedProvider,
        allProviders,
        version,
        downloadUrl,
        inputs,
        dependencies,
        propertyDependencies,
        aliases,
        effective,
        unsaid,
        deleteBeforeReplace);
  }
}
