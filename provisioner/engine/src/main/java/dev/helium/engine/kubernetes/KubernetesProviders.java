package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.provider.Call;
import dev.helium.engine.provider.Difference;
import dev.helium.engine.provider.ProviderPackage;
import dev.helium.engine.provider.ResourceProvider;
import dev.helium.engine.state.ResourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the providers of one run and gives their connections back at its end. */
public final class KubernetesProviders implements ProviderPackage, AutoCloseable {
  /** Types the plugin implements with machinery that is not here. */
  private static final Set<String> FOREIGN_GROUPS = Set.of("helm.sh", "yaml", "kustomize");

  private final KubernetesClients clients;
  private final EngineOptions options;
  private final Map<String, String> environment;
  private final List<KubernetesClients.Lease> leases = new ArrayList<>();

  public KubernetesProviders(
      KubernetesClients clients, EngineOptions options, Map<String, String> environment) {
    this.clients = clients;
    this.options = options;
    this.environment = environment;
  }

  @Override
  public ObjectValue checkConfiguration(String urn, ObjectValue oldInputs, ObjectValue newInputs) {
    return newInputs;
  }

  /** Where a provider's objects live cannot be told from its settings: they may change in place. */
  @Override
  public Difference diffConfiguration(ResourceState recorded, ObjectValue inputs) {
    return Difference.of(InputDifference.between(recorded.inputs(), inputs), List.of(), false);
  }

  /** A provider with these settings; a failure names the setting that is not supported. */
  @Override
  public ResourceProvider configure(ResourceState provider, Call call) {
    var settings = ProviderSettings.of(provider.inputs());
    var source = KubeconfigSource.find(settings, options.kubeconfig(), environment);
    var lease = clients.lease(source);
    synchronized (leases) {
      leases.add(lease);
    }
    var namespace = settings.namespace().isEmpty() ? lease.namespace() : settings.namespace();
    return new KubernetesProvider(
        lease, new Naming(namespace, options.random()), options.deleteTimeout());
  }

  /** Refuses a type this provider does not manage, by name. */
  public static void requireSupported(String type) {
    var parts = type.split("[:/]", -1);
    var group = parts.length > 1 ? parts[1] : "";
    if (FOREIGN_GROUPS.contains(group) || type.endsWith("Patch") || type.endsWith("List")) {
      throw EngineException.unsupported("the resource type " + type);
    }
  }

  @Override
  public void close() {
    synchronized (leases) {
      leases.forEach(KubernetesClients.Lease::close);
      leases.clear();
    }
  }
}
