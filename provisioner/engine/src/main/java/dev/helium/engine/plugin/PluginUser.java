package dev.helium.engine.plugin;

import dev.helium.engine.provider.Cancellation;

/**
 * A run that uses plugins.
 *
 * @param urnPrefix how the names of its resources begin
 * @param log takes what plugins say to it
 * @param cancellation ends its waiting early
 */
record PluginUser(String urnPrefix, PluginLog log, Cancellation cancellation) {
  /** True when a message about this resource, or about none, can be meant for it. */
  boolean concerns(String urn) {
    return urn.isEmpty() || urn.startsWith(urnPrefix);
  }
}
