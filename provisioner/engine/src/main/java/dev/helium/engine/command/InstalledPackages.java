package dev.helium.engine.command;

import dev.helium.engine.EngineException;
import dev.helium.engine.kubernetes.KubernetesProviders;
import dev.helium.engine.provider.ProviderPackage;
import dev.helium.engine.provider.ProviderPackages;

/** The packages that runs of this engine can use. */
final class InstalledPackages implements ProviderPackages {
  private static final String KUBERNETES = "kubernetes";

  private final KubernetesProviders kubernetes;

  InstalledPackages(KubernetesProviders kubernetes) {
    this.kubernetes = kubernetes;
  }

  @Override
  public ProviderPackage find(String name, String version, String downloadUrl) {
    if (!KUBERNETES.equals(name)) {
      throw EngineException.unsupported("the provider " + name);
    }
    return kubernetes;
  }

  @Override
  public void requireSupported(String type) {
    if (type.startsWith(KUBERNETES + ":")) {
      KubernetesProviders.requireSupported(type);
    }
  }

  @Override
  public void close() {
    kubernetes.close();
  }
}
