package dev.helium.cluster.binaries;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder a person named. It must hold every program in the right version: quietly taking
 * another one than the one asked for would be worse than stopping.
 */
record NamedDirectory(Path directory, VersionProbe probe) implements Shelf {

  @Override
  public Optional<Path> find(Program program) {
    Path executable = directory.resolve(program.program());
    if (!Files.isExecutable(executable)) {
      throw new ClusterException(
          "%s names %s, which has no executable %s: put it there, or unset the variable."
              .formatted(
                  Distribution.of(program).directoryVariable(), directory, program.program()));
    }
    if (!probe.fits(program, executable)) {
      throw new ClusterException(
          "%s has version %s, and %s is needed: replace it, or unset %s."
              .formatted(
                  executable,
                  probe.versionOf(executable).orElse("unknown"),
                  Distribution.of(program).accepted(),
                  Distribution.of(program).directoryVariable()));
    }
    return Optional.of(executable);
  }
}
