package dev.helium.launcher.stack;

import dev.helium.launcher.console.UserException;
import java.util.EnumSet;
import java.util.Set;

/** Which services one `up` is about; the words are those of {@code HELIUM_MODE}. */
public enum Mode {
  ALL(EnumSet.complementOf(EnumSet.of(ServiceName.KAFKA))),
  API(EnumSet.of(ServiceName.API_GATEWAY, ServiceName.PROVISIONER, ServiceName.STATUS_WATCHER)),
  CONTROLPLANE(EnumSet.of(ServiceName.DELETION_CONTROLLER));

  static final String VARIABLE = "HELIUM_MODE";

  private final Set<ServiceName> services;

  Mode(Set<ServiceName> services) {
    this.services = services;
  }

  /** Without the broker. */
  boolean includes(ServiceName service) {
    return services.contains(service);
  }

  /** The original's second process stands on what the first one started. */
  boolean bringsFoundation() {
    return this != CONTROLPLANE;
  }

  static Mode of(String word) {
    return switch (word) {
      case "" -> ALL;
      case "API" -> API;
      case "CONTROLPLANE" -> CONTROLPLANE;
      default ->
          throw new UserException(
              VARIABLE + " must be API, CONTROLPLANE or not set, and not '" + word + "'.");
    };
  }
}
