package dev.helium.broker;

import java.nio.file.Path;

/**
 * Where a broker keeps its data and where it listens; it listens on the loopback address only.
 *
 * @param directory created when missing; belongs to one running broker at a time
 * @param port 1 to 65535, or 0 for a free one
 */
public record BrokerOptions(Path directory, int port) {
  public BrokerOptions {
    directory = directory.toAbsolutePath().normalize();
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
  }

  public static BrokerOptions onAFreePort(Path directory) {
    return new BrokerOptions(directory, 0);
  }
}
