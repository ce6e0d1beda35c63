package dev.helium.cluster.binaries;

import java.util.Locale;

/** An operating system and a processor, in the names the Go tools use. */
public record Platform(String operatingSystem, String architecture) {

  /** The platform of this JVM. */
  public static Platform current() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    return new Platform(
        system.startsWith("mac") ? "darwin" : system.replace(' ', '-'),
        switch (processor) {
          case "x86_64" -> "amd64";
          case "aarch64" -> "arm64";
          default -> processor;
        });
  }

  @Override
  public String toString() {
    return operatingSystem + "-" + architecture;
  }
}
