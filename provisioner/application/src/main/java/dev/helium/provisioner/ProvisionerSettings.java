package dev.helium.provisioner;

import dev.helium.backends.Backend;
import dev.helium.backends.BackendRegistry;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.RetryPolicy;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.log.LogSettings;
import dev.helium.provisioner.attempt.OtherClusters;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import dev.helium.service.policy.LifetimeEnvironment;
import dev.helium.service.policy.QuotaEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the provisioner is told by its environment.
 *
 * @param kubeconfig of the default cluster
 * @param state folder of the stacks' state, their working folders and the sealed uploads
 * @param attemptsAtOnce Pulumi programs that run at the same time
 */
record ProvisionerSettings(
    LogSettings log,
    Path kubeconfig,
    OtherClusters clusters,
    Path state,
    Path sealingKeys,
    Path passphrase,
    Engine engine,
    int attemptsAtOnce,
    Duration longestAttempt,
    LifetimePolicy lifetimes,
    QuotaPolicy quotas,
    RetryPolicy provisioning,
    RetryPolicy destroying) {

  enum Engine {
    EMBEDDED,
    CLI
  }

  static ProvisionerSettings from(Environment environment) {
    return new ProvisionerSettings(
        LogEnvironment.sharing(environment),
        environment.path("HELIUM_KUBECONFIG"),
        environment
            .optionalPath("HELIUM_CLUSTERS_DIRECTORY")
            .map(OtherClusters::in)
            .orElseGet(OtherClusters::none),
        environment.path("HELIUM_STATE_DIRECTORY"),
        environment.path("HELIUM_SEALING_KEYS_FILE"),
        environment.path("HELIUM_PULUMI_PASSPHRASE_FILE"),
        engine(environment.text("HELIUM_PULUMI_ENGINE", "embedded")),
        environment.integer("HELIUM_PROVISIONER_ATTEMPTS_AT_ONCE", 8, 1, 64),
        environment.duration("HELIUM_PROVISIONER_LONGEST_ATTEMPT", Duration.ofMinutes(10)),
        lifetimes(environment),
        quotas(environment),
        new RetryPolicy(5, Duration.ofSeconds(2), Duration.ofMinutes(1)),
        new RetryPolicy(12, Duration.ofSeconds(2), Duration.ofMinutes(5)));
  }

  private static Engine engine(String name) {
    return switch (name) {
      case "embedded" -> Engine.EMBEDDED;
      case "cli" -> Engine.CLI;
      default ->
          throw new ConfigurationException("HELIUM_PULUMI_ENGINE", "must be embedded or cli");
    };
  }

  private static LifetimePolicy lifetimes(Environment environment) {
    LifetimePolicy policy = LifetimeEnvironment.read(environment);
    checkNames("HELIUM_POLICY", policy.backends().keySet());
    return policy;
  }

  private static QuotaPolicy quotas(Environment environment) {
    QuotaPolicy policy = QuotaEnvironment.read(environment);
    checkNames(QuotaEnvironment.FILE, policy.backends());
    return policy;
  }

  /** A slip in a backend's name would let its workspaces live otherwise than somebody meant. */
  private static void checkNames(String variable, Set<String> backends) {
    List<String> known = BackendRegistry.standard().all().stream().map(Backend::name).toList();
    if (!known.containsAll(backends)) {
      throw new ConfigurationException(
          variable,
          "says something of a backend that there is none of; there are "
              + String.join(", ", known));
    }
  }
}
