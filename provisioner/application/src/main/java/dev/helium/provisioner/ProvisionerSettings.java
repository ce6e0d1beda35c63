package dev.helium.provisioner;

import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.RetryPolicy;
import dev.helium.log.LogSettings;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What the provisioner is told by its environment.
 *
 * @param state folder of the stacks' state, their working folders and the sealed uploads
 * @param attemptsAtOnce Pulumi programs that run at the same time
 */
record ProvisionerSettings(
    LogSettings log,
    Path kubeconfig,
    Path state,
    Path sealingKeys,
    Path passphrase,
    Engine engine,
    int attemptsAtOnce,
    Duration longestAttempt,
    ExpiryPolicy expiry,
    RetryPolicy provisioning,
    RetryPolicy destroying) {

  enum Engine {
    EMBEDDED,
    CLI
  }

  private static final int LONGEST_LIFE_DAYS = 3650;

  static ProvisionerSettings from(Environment environment) {
    return new ProvisionerSettings(
        LogEnvironment.sharing(environment),
        environment.path("HELIUM_KUBECONFIG"),
        environment.path("HELIUM_STATE_DIRECTORY"),
        environment.path("HELIUM_SEALING_KEYS_FILE"),
        environment.path("HELIUM_PULUMI_PASSPHRASE_FILE"),
        engine(environment.text("HELIUM_PULUMI_ENGINE", "embedded")),
        environment.integer("HELIUM_PROVISIONER_ATTEMPTS_AT_ONCE", 8, 1, 64),
        environment.duration("HELIUM_PROVISIONER_LONGEST_ATTEMPT", Duration.ofMinutes(10)),
        expiry(environment),
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

  private static ExpiryPolicy expiry(Environment environment) {
    int maximum = environment.integer("HELIUM_MAXIMUM_EXPIRATION_DAYS", 90, 1, LONGEST_LIFE_DAYS);
    return new ExpiryPolicy(
        zone(environment.text("HELIUM_TIME_ZONE", "UTC")),
        environment.integer("HELIUM_DEFAULT_EXPIRATION_DAYS", 1, 1, maximum),
        maximum);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new ConfigurationException(
          "HELIUM_TIME_ZONE", "must be a time zone such as Europe/Berlin");
    }
  }
}
