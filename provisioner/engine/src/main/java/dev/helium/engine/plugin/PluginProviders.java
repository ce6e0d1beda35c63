package dev.helium.engine.plugin;

import dev.helium.engine.EngineOptions;
import dev.helium.engine.provider.Cancellation;
import dev.helium.engine.provider.ProviderPackage;
import dev.helium.engine.provider.ProviderPackages;
import dev.helium.engine.state.Fencing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Provider.ConfigureRequest;

/** The plugins that one run uses; closing it gives them back. */
public final class PluginProviders implements ProviderPackages {
  /** What opens the stack's secrets, and who owns it, is no plugin's business. */
  private static final Set<String> PRIVATE =
      Set.of("PULUMI_CONFIG_PASSPHRASE", "PULUMI_CONFIG_PASSPHRASE_FILE", Fencing.VARIABLE);

  private final PluginHost host;
  private final EngineOptions options;
  private final Map<String, String> environment;
  private final PluginUser user;
  private final Map<PluginRequest, PluginPackage> packages = new ConcurrentHashMap<>();
  private final List<PluginLease> leases = new ArrayList<>();

  /** Takes what plugins say, cleaned of secrets by the taker. */
  @FunctionalInterface
  public interface Messages {
    /** Takes a message; the URN is empty when it is about no resource. */
    void message(String severity, String message, String urn, boolean passing);
  }

  /**
   * The plugins of a run.
   *
   * @param environment what the command sees
   * @param stack the stack's name
   * @param project the project's name
   */
  public PluginProviders(
      PluginHost host,
      EngineOptions options,
      Map<String, String> environment,
      String stack,
      String project,
      Cancellation cancellation,
      Messages messages) {
    this.host = host;
    this.options = options;
    this.environment = Map.copyOf(environment);
    // Debug messages are the provider talking to itself.
    PluginLog log =
        (severity, message, urn, passing) -> {
          if (!"debug".equals(severity)) {
            messages.message(severity, message, urn, passing);
          }
        };
    this.user = new PluginUser("urn:pulumi:" + stack + "::" + project + "::", log, cancellation);
  }

  @Override
  public ProviderPackage find(String name, String version, String downloadUrl) {
    return packages.computeIfAbsent(
        new PluginRequest(name, version, downloadUrl),
        wanted -> new PluginPackage(wanted, launch(wanted), this, options));
  }

  @Override
  public void requireSupported(String type) {
    // Only the plugin knows its types, and says so when it checks a resource.
  }

  @Override
  public void close() {
    synchronized (leases) {
      leases.forEach(PluginLease::close);
      leases.clear();
    }
  }

  PluginLease lease(Launch launch, ConfigureRequest configuration) {
    var lease = host.lease(launch, configuration, user);
    synchronized (leases) {
      leases.add(lease);
    }
    return lease;
  }

  PluginLease leaseAny(Launch launch) {
    return host.leaseAny(launch, user);
  }

  private Launch launch(PluginRequest wanted) {
    var discovery =
        new PluginDiscovery(environment, warning -> user.log().say("warning", warning, "", false));
    var seen = new HashMap<>(environment);
    PRIVATE.forEach(seen::remove);
    return new Launch(discovery.find(wanted), seen);
  }
}
