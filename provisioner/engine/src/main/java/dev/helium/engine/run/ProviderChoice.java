package dev.helium.engine.run;

import dev.helium.engine.state.ResourceState;

/** Finds the provider resource for something a program asks for. */
@FunctionalInterface
interface ProviderChoice {
  /**
   * The provider resource, made when it is a default one that is not there yet.
   *
   * @param reference the URN and id of an explicit one, empty for the default one
   * @param token the type or function, whose package counts
   * @param version the package version, empty for any
   * @param downloadUrl where the package comes from, empty for the usual place
   */
  ResourceState of(String reference, String token, String version, String downloadUrl);
}
