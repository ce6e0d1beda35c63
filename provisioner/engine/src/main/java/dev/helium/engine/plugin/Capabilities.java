package dev.helium.engine.plugin;

import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.ProviderHandshakeResponse;

/**
 * What a provider said it can take.
 *
 * @param secrets values marked as secret
 * @param references references to resources
 * @param preview creations and updates that only say what would be
 */
record Capabilities(boolean secrets, boolean references, boolean preview) {
  static Capabilities of(ProviderHandshakeResponse response) {
    return new Capabilities(response.getAcceptSecrets(), response.getAcceptResources(), true);
  }

  static Capabilities of(ConfigureResponse response) {
    return new Capabilities(
        response.getAcceptSecrets(), response.getAcceptResources(), response.getSupportsPreview());
  }
}
