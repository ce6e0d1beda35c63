package dev.helium.engine.kubernetes;

import dev.helium.engine.EngineException;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.FailureClass;
import dev.helium.engine.property.PropertyValue.ObjectValue;
import dev.helium.engine.property.SecretMarks;
import dev.helium.engine.property.Unknowns;
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
    if (!Unknowns.anyIn(newInputs)) {
      StrictMode.check(urn, SecretMarks.reveal(newInputs), environment);
    }
    return newInputs;
  }

  @Override
  public Difference diffConfiguration(ResourceState recorded, ObjectValue inputs) {
    return ProviderDifference.between(recorded.inputs(), inputs);
  }

  /** A provider with these settings; a failure names the setting that is not supported. */
  @Override
  public ResourceProvider configure(ResourceState provider, Call call) {
    var settings = ProviderSettings.of(provider.inputs(), environment);
    var source = KubeconfigSource.find(settings, options.kubeconfig(), environment);
    var lease = clients.lease(source, settings.limits());
    synchronized (leases) {
      leases.add(lease);
    }
    var namespace = settings.namespace().isEmpty() ? lease.namespace() : settings.namespace();
    var objects = new ClusterObjects(lease, namespace.isEmpty() ? "default" : namespace);
    var naming = new Naming(options.random());
    return new KubernetesProvider(objects, naming, settings, options.deleteTimeout());
  }

  /** Refuses a type this provider does not manage, by name. */
  public static void requireSupported(String type) {
    var parts = type.split("[:/]", -1);
    var group = parts.length > 1 ? parts[1] : "";
    if (FOREIGN_GROUPS.contains(group)) {
      throw EngineException.unsupported("the resource type " + type);
    }
    if (type.endsWith("List") && BuiltInGroups.contains(group)) {
      throw new EngineException(
          FailureClass.INVALID,
          "lists cannot be created; register the objects of " + type + " one by one");
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
