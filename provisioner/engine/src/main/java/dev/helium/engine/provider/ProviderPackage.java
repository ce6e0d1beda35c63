package dev.helium.engine.provider;

import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.state.ResourceState;

/** One version of a package: it makes providers from their configuration. */
public interface ProviderPackage {
  /**
   * Refuses a configuration that no provider can have and fills in what the package decides.
   *
   * @param oldInputs what was checked before, empty for a new provider
   */
  ObjectValue checkConfiguration(String urn, ObjectValue oldInputs, ObjectValue newInputs);

  /** Compares what is recorded of a provider with a checked configuration. */
  Difference diffConfiguration(ResourceState recorded, ObjectValue inputs);

  /** The provider that this resource configures; its inputs may hold secrets and unknown values. */
  ResourceProvider configure(ResourceState provider, Call call);
}
