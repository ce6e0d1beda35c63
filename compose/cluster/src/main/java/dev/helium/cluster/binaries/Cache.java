package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Programs obtained before, one folder per distribution, version and platform. They were checked
 * when they came in and arrive by an atomic move, so what is here is whole.
 */
record Cache(Path root, Platform platform) implements Shelf {

  @Override
  public Optional<Path> find(Component component) {
    Path executable = directoryOf(Distribution.of(component)).resolve(component.program());
    return Files.isExecutable(executable) ? Optional.of(executable) : Optional.empty();
  }

  Path directoryOf(Distribution distribution) {
    return root.resolve(
        "%s-%s-%s".formatted(distribution.directoryName(), distribution.version(), platform));
  }

  /** Takes a finished file in; afterwards it is executable and found. */
  void accept(Component component, Path file) throws IOException {
    Path directory = Files.createDirectories(directoryOf(Distribution.of(component)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(file, directory.resolve(component.program()), StandardCopyOption.ATOMIC_MOVE);
  }
}
