package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.PropertyValue.TextValue;
import dev.helium.engine.property.Unknowns;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.ProviderPackage;
import dev.helium.engine.provider.ProviderPackages;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The providers of a run, by the URN of the resource that configures them. */
final class ProviderRegistry {
  private static final String TYPE_PREFIX = "pulumi:providers:";

  private final ProviderPackages packages;
  private final Function<String, Call> calls;
  private final Map<String, String> configuration;
  private final Map<Settings, ResourceProvider> configured = new ConcurrentHashMap<>();

  /** One resource can have other settings later in a run. */
  private record Settings(String urn, String id, ObjectValue inputs) {}

  /** A registry; the configuration is the stack's, in clear. */
  ProviderRegistry(
      ProviderPackages packages, Map<String, String> configuration, Function<String, Call> calls) {
    this.packages = packages;
    this.calls = calls;
    this.configuration = configuration;
  }

  /** The package a resource type or a provider type belongs to. */
  static String packageOf(String type) {
    return type.startsWith(TYPE_PREFIX)
        ? type.substring(TYPE_PREFIX.length())
        : type.substring(0, Math.max(0, type.indexOf(':')));
  }

  /** Refuses a resource type that cannot be managed here, by name. */
  void requireSupported(String type) {
    packages.requireSupported(type);
  }

  /** The package that a provider resource configures. */
  ProviderPackage packageOf(ResourceState provider) {
    return packages.find(
        packageOf(provider.type()),
        provider.inputs().text("version"),
        provider.inputs().text("pluginDownloadURL"));
  }

  /** The provider that a resource configures. */
  ResourceProvider of(ResourceState provider) {
    return configured.computeIfAbsent(
        new Settings(provider.urn(), provider.id(), provider.inputs()),
        settings ->
            Unknowns.anyIn(settings.inputs())
                ? new UnconfiguredProvider()
                : packageOf(provider).configure(provider, calls.apply(settings.urn())));
  }

  /** The provider of a recorded resource. */
  ResourceProvider of(StackSnapshot snapshot, ResourceState resource) {
    return snapshot
        .current(resource.providerUrn())
        .map(this::of)
        .orElseThrow(
            () ->
                new EngineException(
                    FailureClass.STATE_UNREADABLE, "the provider of the resource is not recorded"));
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
