package dev.helium.gateway;

import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.TokenDigest;
import dev.helium.gateway.workspaces.CreateDefaults;
import dev.helium.gateway.workspaces.KubeconfigCommand;
import dev.helium.log.LogSettings;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import dev.helium.view.ViewSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the gateway is told by its environment.
 *
 * @param port 0 takes a free one
 */
record GatewaySettings(
    String bind,
    int port,
    Authentication authentication,
    LogSettings log,
    ViewSettings view,
    Path sealingKeys,
    CreateDefaults defaults,
    KubeconfigCommand kubeconfig) {
  private static final Logger LOG = LoggerFactory.getLogger(GatewaySettings.class);
  private static final Duration DECISION_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_DECISION_WAIT = Duration.ofMinutes(1);

  static GatewaySettings of(Environment environment) {
    String bind = environment.text("HELIUM_BIND", "127.0.0.1");
    return new GatewaySettings(
        bind,
        environment.integer("HELIUM_PORT", 2323, 0, 65_535),
        authentication(environment, bind),
        LogEnvironment.alone(environment),
        new ViewSettings(
            environment.text("HELIUM_HAZELCAST_BIND", "127.0.0.1"),
            environment.integer("HELIUM_HAZELCAST_PORT", 5701, 0, 65_000),
            members(environment.text("HELIUM_HAZELCAST_MEMBERS", ""))),
        environment.path("HELIUM_SEALING_KEYS_FILE"),
        new CreateDefaults(
            environment.text("HELIUM_DEFAULT_BACKEND", "namespace"), decisionWait(environment)),
        kubeconfig(environment));
  }

  private static KubeconfigCommand kubeconfig(Environment environment) {
    try {
      return new KubeconfigCommand(
          environment.text("HELIUM_KUBECONFIG_COMMAND", KubeconfigCommand.DEFAULT));
    } catch (IllegalArgumentException invalid) {
      throw new ConfigurationException("HELIUM_KUBECONFIG_COMMAND", invalid.getMessage());
    }
  }

  private static Authentication authentication(Environment environment, String bind) {
    String mode = environment.text("HELIUM_AUTH", "on");
    return switch (mode) {
      case "on" -> Authentication.byToken(token(environment));
      case "off" -> {
        if (!isLoopback(bind)) {
          throw new ConfigurationException(
              "HELIUM_AUTH", "can be off only while HELIUM_BIND is a loopback address");
        }
        LOG.atWarn().log("authentication is off: whoever reaches this machine may do anything");
        yield Authentication.off();
      }
      default -> throw new ConfigurationException("HELIUM_AUTH", "must be on or off");
    };
  }

  private static TokenDigest token(Environment environment) {
    Path file =
        environment
            .optionalPath("HELIUM_TOKEN_FILE")
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "HELIUM_TOKEN_FILE",
                        "must be set, or HELIUM_AUTH be off for development on this machine"));
    try {
      return TokenDigest.read(file);
    } catch (IOException unreadable) {
      throw new ConfigurationException("HELIUM_TOKEN_FILE", "must be a file that can be read");
    } catch (IllegalArgumentException invalid) {
      throw new ConfigurationException("HELIUM_TOKEN_FILE", invalid.getMessage());
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

  private static boolean isLoopback(String bind) {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new ConfigurationException("HELIUM_BIND", "must be an address of this machine");
    }
  }
}
