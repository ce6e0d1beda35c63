package dev.helium.launcher.stub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project whose modules are built already, each with a stub of its service. */
public final class StubProject {
  private static final List<String> MODULES =
      List.of(
          "compose/broker",
          "api-gateway",
          "provisioner/application",
          "status-watcher",
          "deletion-controller");

  private StubProject() {}

  public static Path in(Path directory) throws IOException {
    for (String module : MODULES) {
      Path target = Files.createDirectories(directory.resolve(module).resolve("target"));
      Files.createDirectories(target.resolve("classes"));
      Files.writeString(target.resolve("classpath"), System.getProperty("java.class.path"));
    }
    return directory;
  }
}
