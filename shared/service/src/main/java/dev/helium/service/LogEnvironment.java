package dev.helium.service;

import dev.helium.log.LogSettings;
import dev.helium.log.Membership;

/** Where the log is, as the environment says it to every service. */
public final class LogEnvironment {
  private static final String BOOTSTRAP = "HELIUM_KAFKA_BOOTSTRAP";

  private LogEnvironment() {}

  /** For a service that reads everything by itself. */
  public static LogSettings alone(Environment environment) {
    return new LogSettings(environment.required(BOOTSTRAP));
  }

  /** For a service whose processes share partitions. */
  public static LogSettings sharing(Environment environment) {
    return new LogSettings(
        environment.required(BOOTSTRAP),
        new Membership(
            environment.name("HELIUM_INSTANCE"),
            environment.duration(
                "HELIUM_KAFKA_SESSION",
                Membership.ANONYMOUS.session(),
                Membership.SHORTEST_SESSION,
                Membership.LONGEST_SESSION)));
  }
}
