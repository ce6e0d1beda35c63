package dev.helium.backends.google;

import dev.helium.backends.cloud.ProviderPlugin;

/** The plugin that makes what is on Google Cloud. */
public final class GooglePlugin {
  /** Of the version of the typed SDK. */
  public static final ProviderPlugin PLUGIN = new ProviderPlugin("gcp", "7.0.0");

  private GooglePlugin() {}
}
