package dev.helium.launcher.stack;

import dev.helium.launcher.console.UserException;

/** Which services one `up` is about; the words are those of {@code HELIUM_MODE}. */
public enum Mode {
  ALL,
  API,
  CONTROLPLANE;

  static final String VARIABLE = "HELIUM_MODE";

  boolean includes(ServiceName service) {
    return switch (this) {
      case ALL -> true;
      case API -> service != ServiceName.DELETION_CONTROLLER;
      case CONTROLPLANE -> service == ServiceName.DELETION_CONTROLLER;
    };
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
