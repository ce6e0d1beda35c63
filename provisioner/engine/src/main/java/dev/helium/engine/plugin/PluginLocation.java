package dev.helium.engine.plugin;

import java.nio.file.Path;

/** Where a plugin is. */
sealed interface PluginLocation {
  /** A file to execute. */
  record Executable(Path path) implements PluginLocation {}

  /** A plugin that someone has started already and looks at, on this machine. */
  record Attached(int port) implements PluginLocation {
    public Attached {
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("not a port: " + port);
      }
    }
  }
}
