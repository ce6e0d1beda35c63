package dev.helium.engine.plugin;

import java.nio.file.Path;
import java.util.Map;

/**
 * How a plugin is started.
 *
 * @param location where it is
 * @param environment the variables it sees
 */
record Launch(PluginLocation location, Map<String, String> environment) {
  Launch {
    environment = Map.copyOf(environment);
  }

  /** The folder of an executable plugin, empty for one that was started by someone else. */
  String folder() {
    return switch (location) {
      case PluginLocation.Executable(Path path) -> String.valueOf(path.getParent());
      case PluginLocation.Attached _ -> "";
    };
  }

  /** Without the environment, which may hold credentials. */
  @Override
  public String toString() {
    return location.toString();
  }
}
