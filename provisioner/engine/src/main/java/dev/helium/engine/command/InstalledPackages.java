package dev.helium.engine.command;

import dev.helium.engine.kubernetes.KubernetesProviders;
import dev.helium.engine.plugin.PluginProviders;
import dev.helium.engine.provider.ProviderPackage;
import dev.helium.engine.provider.ProviderPackages;

/**
 * The packages that runs of this engine can use: Kubernetes inside this JVM, every other one as a
 * plugin.
 */
final class InstalledPackages implements ProviderPackages {
  private static final String KUBERNETES = "kubernetes";

  private final KubernetesProviders kubernetes;
  private final PluginProviders plugins;

  InstalledPackages(KubernetesProviders kubernetes, PluginProviders plugins) {
    this.kubernetes = kubernetes;
    this.plugins = plugins;
  }

  @Override
  public ProviderPackage find(String name, String version, String downloadUrl) {
    return KUBERNETES.equals(name) ? kubernetes : plugins.find(name, version, downloadUrl);
  }

  @Override
  public void requireSupported(String type) {
    if (type.startsWith(KUBERNETES + ":")) {
      KubernetesProviders.requireSupported(type);
    } else {
      plugins.requireSupported(type);
    }
  }

  @Override
  public void close() {
    try (kubernetes) {
      plugins.close();
    }
  }
}
