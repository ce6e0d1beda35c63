package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Program;
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
  public Optional<Path> find(Program program) {
    Path executable = directoryOf(Distribution.of(program)).resolve(program.program());
    return Files.isExecutable(executable) ? Optional.of(executable) : Optional.empty();
  }

  Path directoryOf(Distribution distribution) {
    return root.resolve(
        "%s-%s-%s".formatted(distribution.directoryName(), distribution.version(), platform));
  }

  /** Takes a finished file in; afterwards it is executable and found. */
  void accept(Program program, Path file) throws IOException {
    Path directory = Files.createDirectories(directoryOf(Distribution.of(program)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.move(file, directory.resolve(program.program()), StandardCopyOption.ATOMIC_MOVE);
  }
}
