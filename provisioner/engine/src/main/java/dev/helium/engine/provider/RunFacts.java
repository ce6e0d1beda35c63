package dev.helium.engine.provider;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a provider must know of a run before it can register resources in it.
 *
 * @param project the project's name
 * @param stack the stack's name
 * @param organization the organization's name
 * @param configuration the stack's configuration in clear
 * @param secretKeys those of its keys whose values are secret
 * @param preview true when nothing may be changed
 * @param parallel operations at once
 * @param monitor the address at which resources are registered; it is opened when first asked for
 */
public record RunFacts(
    String project,
    String stack,
    String organization,
    Map<String, String> configuration,
    Set<String> secretKeys,
    boolean preview,
    int parallel,
    Supplier<String> monitor) {
  public RunFacts {
    configuration = Map.copyOf(configuration);
    secretKeys = Set.copyOf(secretKeys);
    Objects.requireNonNull(monitor, "monitor");
  }

  /** Without the configuration, which may be secret. */
  @Override
  public String toString() {
    return "RunFacts[" + project + "/" + stack + "]";
  }
}
