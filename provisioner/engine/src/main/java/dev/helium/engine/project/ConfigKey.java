package dev.helium.engine.project;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.util.List;

/** Configuration keys: a namespace, a colon and a name; the project is the default namespace. */
final class ConfigKey {
  private ConfigKey() {}

  /** The full key. */
  static String qualified(String project, String key) {
    var parts = key.split(":", -1);
    if (key.isBlank() || parts[0].isEmpty() || parts[parts.length - 1].isEmpty()) {
      throw invalid("a configuration key is empty");
    }
    return switch (parts.length) {
      case 1 -> project + ":" + key;
      case 2 -> key;
      case 3 -> {
        if (!parts[1].equals("config")) {
          throw invalid("could not parse " + key + " as a configuration key");
        }
        yield parts[0] + ":" + parts[2];
      }
      default -> throw invalid("could not parse " + key + " as a configuration key");
    };
  }

  /** A key without a path. */
  static ConfigPath whole(String qualified) {
    return new ConfigPath(qualified, List.of());
  }

  /** A key with a path; only what is before the first dot or bracket can have a namespace. */
  static ConfigPath path(String project, String key) {
    var end = 0;
    while (end < key.length() && ".[".indexOf(key.charAt(end)) < 0) {
      end++;
    }
    if (end == 0) {
      return ConfigPath.parse(project, key);
    }
    var qualified = qualified(project, key.substring(0, end));
    var colon = qualified.indexOf(':');
    return ConfigPath.parse(
        qualified.substring(0, colon), qualified.substring(colon + 1) + key.substring(end));
  }

  private static EngineException invalid(String message) {
    return new EngineException(FailureClass.INVALID, message);
  }
}
