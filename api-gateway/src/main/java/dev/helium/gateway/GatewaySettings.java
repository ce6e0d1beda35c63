package dev.helium.gateway;

import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.gateway.identity.AuthenticationEnvironment;
import dev.helium.gateway.identity.AuthenticationSettings;
import dev.helium.gateway.session.SessionSettings;
import dev.helium.gateway.stream.StreamSettings;
import dev.helium.gateway.webhook.WebhookSettings;
import dev.helium.gateway.workspaces.CreateDefaults;
import dev.helium.gateway.workspaces.KubeconfigCommand;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicRetention;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import dev.helium.service.policy.LifetimeEnvironment;
import dev.helium.service.policy.QuotaEnvironment;
import dev.helium.view.ViewSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the gateway is told by its environment.
 *
 * @param port 0 takes a free one
 * @param lifetimes as the provisioner has it, to say what that will decide
 * @param beforePolicy what counts where a policy of lifetimes says nothing
 * @param auditKeep how long it stays known who asked for what
 * @param pages how long one stays signed in with a browser; empty when there are to be no pages
 */
record GatewaySettings(
    String bind,
    int port,
    AuthenticationSettings authentication,
    LogSettings log,
    ViewSettings view,
    Path sealingKeys,
    CreateDefaults defaults,
    QuotaPolicy quotas,
    KubeconfigCommand kubeconfig,
    LifetimePolicy lifetimes,
    LifetimePolicy beforePolicy,
    Duration auditKeep,
    GuardSettings guard,
    WebhookSettings webhooks,
    StreamSettings stream,
    Optional<SessionSettings> pages) {
  private static final Duration DECISION_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_DECISION_WAIT = Duration.ofMinutes(1);
  private static final Duration SHORTEST_AUDIT_KEEP = Duration.ofHours(1);
  private static final Duration LONGEST_AUDIT_KEEP = Duration.ofDays(36_500);

  static GatewaySettings of(Environment environment) {
    String bind = environment.text("HELIUM_BIND", "127.0.0.1");
    return new GatewaySettings(
        bind,
        environment.integer("HELIUM_PORT", 2323, 0, 65_535),
        AuthenticationEnvironment.of(environment, bind),
        LogEnvironment.sharing(environment),
        new ViewSettings(
            environment.text("HELIUM_HAZELCAST_BIND", "127.0.0.1"),
            environment.integer("HELIUM_HAZELCAST_PORT", 5701, 0, 65_000),
            members(environment.text("HELIUM_HAZELCAST_MEMBERS", ""))),
        environment.path("HELIUM_SEALING_KEYS_FILE"),
        new CreateDefaults(
            environment.text("HELIUM_DEFAULT_BACKEND", "namespace"), decisionWait(environment)),
        QuotaEnvironment.read(environment),
        kubeconfig(environment),
        LifetimeEnvironment.read(environment),
        LifetimeEnvironment.standard(environment),
        environment.duration(
            "HELIUM_AUDIT_KEEP",
            TopicRetention.AUDIT_AT_FIRST,
            SHORTEST_AUDIT_KEEP,
            LONGEST_AUDIT_KEEP),
        guard(environment, bind),
        WebhookSettings.of(environment),
        StreamSettings.of(environment),
        SessionSettings.of(environment));
  }

  private static GuardSettings guard(Environment environment, String bind) {
    GuardSettings guard = GuardSettings.of(environment);
    guard.warn(!AuthenticationEnvironment.isLoopback(bind));
    return guard;
  }

  private static KubeconfigCommand kubeconfig(Environment environment) {
    try {
      return new KubeconfigCommand(
          environment.text("HELIUM_KUBECONFIG_COMMAND", KubeconfigCommand.DEFAULT));
    } catch (IllegalArgumentException invalid) {
      throw new ConfigurationException("HELIUM_KUBECONFIG_COMMAND", invalid.getMessage());
    }
  }

  private static Duration decisionWait(Environment environment) {
    Duration wait = environment.duration("HELIUM_DECISION_WAIT", DECISION_WAIT);
    if (wait.isNegative() || wait.isZero() || wait.compareTo(LONGEST_DECISION_WAIT) > 0) {
      throw new ConfigurationException(
          "HELIUM_DECISION_WAIT", "must be longer than PT0S and at most " + LONGEST_DECISION_WAIT);
    }
    return wait;
  }

  private static List<String> members(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(member -> !member.isEmpty())
        .toList();
  }
}
