package dev.helium.backends.amazon;

import dev.helium.backends.cloud.ProviderPlugin;

/** The plugin that makes what is on Amazon's cloud. */
public final class AmazonPlugin {
  /** Of the version of the typed SDK. */
  public static final ProviderPlugin PLUGIN = new ProviderPlugin("aws", "6.83.0");

  private AmazonPlugin() {}
}
