package dev.helium.launcher.stack;

import dev.helium.launcher.console.UserException;
import java.util.Map;
import java.util.Optional;

/** The environment, where an empty variable counts as absent. */
record Variables(Map<String, String> values) {
  private static final int LARGEST_PORT = 65_535;

  Variables {
    values = Map.copyOf(values);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  String text(String name, String otherwise) {
    return find(name).orElse(otherwise);
  }

  int port(String name, int otherwise) {
    String value = text(name, Integer.toString(otherwise));
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= LARGEST_PORT) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      throw wrongPort(name, value, notANumber);
    }
    throw wrongPort(name, value, null);
  }

  private static UserException wrongPort(String name, String value, Throwable cause) {
    return new UserException(
        "%s must be a port from 0 to %d, and not '%s'.".formatted(name, LARGEST_PORT, value),
        cause);
  }
}
