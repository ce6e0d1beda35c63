package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.kubernetes.KubernetesProviders;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The providers of a run, by the URN of the resource that configures them. */
final class ProviderRegistry {
  private static final String TYPE_PREFIX = "pulumi:providers:";
  private static final String KUBERNETES = "kubernetes";

  private final KubernetesProviders kubernetes;
  private final Map<String, String> configuration;
  private final Map<String, ResourceProvider> configured = new ConcurrentHashMap<>();

  /** A registry; the configuration is the stack's, in clear. */
  ProviderRegistry(KubernetesProviders kubernetes, Map<String, String> configuration) {
    this.kubernetes = kubernetes;
    this.configuration = configuration;
  }

  /** The package a resource type or a provider type belongs to; refuses those that are not here. */
  static String requirePackage(String type) {
    var name =
        type.startsWith(TYPE_PREFIX)
            ? type.substring(TYPE_PREFIX.length())
            : type.substring(0, Math.max(0, type.indexOf(':')));
    if (!KUBERNETES.equals(name)) {
      throw EngineException.unsupported("the provider " + name + " (resource type " + type + ")");
    }
    if (!type.startsWith(TYPE_PREFIX)) {
      KubernetesProviders.requireSupported(type);
    }
    return name;
  }

  /** The provider that a resource configures. */
  ResourceProvider of(ResourceState provider) {
    return configured.computeIfAbsent(
        provider.urn(),
        urn -> {
          requirePackage(provider.type());
          return kubernetes.configure(provider.inputs());
        });
  }

  /** The name of the default provider of a package at a version. */
  static String defaultName(String version) {
    return version.isEmpty() ? "default" : "default_" + version.replaceAll("[.+-]", "_");
  }

  /** The inputs of the default provider of a package: the stack's configuration of that package. */
  ObjectValue defaultInputs(String packageName, String version) {
    var inputs = new TreeMap<String, PropertyValue>();
    configuration.forEach(
        (key, value) -> {
          if (key.startsWith(packageName + ":")) {
            inputs.put(key.substring(packageName.length() + 1), new TextValue(value));
          }
        });
    if (!version.isEmpty()) {
      inputs.put("version", new TextValue(version));
    }
    return new ObjectValue(inputs);
  }
}
