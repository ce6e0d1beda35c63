package dev.helium.engine.run;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.Unknowns;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.ProviderPackage;
import dev.helium.engine.provider.ProviderPackages;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The providers of a run, by the URN and id of the resource that configures them. */
final class ProviderRegistry {
  private static final String TYPE_PREFIX = "pulumi:providers:";

  private final ProviderPackages packages;
  private final ProviderPackage builtins;
  private final Function<String, Call> calls;
  private final Map<Settings, ResourceProvider> configured = new ConcurrentHashMap<>();

  /** One resource can have other settings later in a run. */
  private record Settings(String urn, String id, ObjectValue inputs) {}

  ProviderRegistry(
      ProviderPackages packages, ProviderPackage builtins, Function<String, Call> calls) {
    this.packages = packages;
    this.builtins = builtins;
    this.calls = calls;
  }

  /** The package a resource type or a provider type belongs to. */
  static String packageOf(String type) {
    return type.startsWith(TYPE_PREFIX)
        ? type.substring(TYPE_PREFIX.length())
        : type.substring(0, Math.max(0, type.indexOf(':')));
  }

  /** What resources refer to a provider by. */
  static String reference(ResourceState provider) {
    return provider.urn() + "::" + provider.id();
  }

  /** Refuses a resource type that cannot be managed here, by name. */
  void requireSupported(String type) {
    if (packageOf(type).equals(BuiltinPackage.NAME)) {
      BuiltinPackage.requireSupported(type);
    } else {
      packages.requireSupported(type);
    }
  }

  /** The package that a provider resource configures. */
  ProviderPackage packageOf(ResourceState provider) {
    var name = packageOf(provider.type());
    return name.equals(BuiltinPackage.NAME)
        ? builtins
        : packages.find(
            name,
            provider.inputs().text(ProviderInputs.VERSION),
            ProviderInputs.downloadUrl(provider.inputs()));
  }

  /** The configuration of a provider as its package takes it. */
  ObjectValue check(ResourceState provider, ObjectValue oldInputs) {
    var checked =
        packageOf(provider)
            .checkConfiguration(
                provider.urn(),
                ProviderInputs.forPackage(oldInputs),
                ProviderInputs.forPackage(provider.inputs()));
    return ProviderInputs.checked(provider.inputs(), checked);
  }

  /** What stands between two configurations of one package. */
  Difference compare(ResourceState recorded, ResourceState wanted) {
    return packageOf(wanted)
        .diffConfiguration(
            recorded.withInputs(ProviderInputs.forPackage(recorded.inputs())),
            ProviderInputs.forPackage(wanted.inputs()));
  }

  /** The provider that a resource configures. */
  ResourceProvider of(ResourceState provider) {
    return configured.computeIfAbsent(
        new Settings(provider.urn(), provider.id(), provider.inputs()),
        settings -> configure(provider));
  }

  /** The provider of a recorded resource. */
  ResourceProvider of(StackSnapshot snapshot, ResourceState resource) {
    return snapshot
        .provider(resource.links().provider())
        .map(this::of)
        .orElseThrow(
            () ->
                new EngineException(
                    FailureClass.STATE_UNREADABLE, "the provider of the resource is not recorded"));
  }

  private ResourceProvider configure(ResourceState provider) {
    if (Unknowns.anyIn(provider.inputs())) {
      return new UnconfiguredProvider();
    }
    return packageOf(provider)
        .configure(
            provider.withInputs(ProviderInputs.forPackage(provider.inputs())),
            calls.apply(provider.urn()));
  }
}
