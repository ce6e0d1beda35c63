package dev.helium.cluster.binaries;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder a person named. It must hold every program in the right version: quietly taking
 * another one than the one asked for would be worse than stopping.
 */
record NamedDirectory(Path directory, VersionProbe probe) implements Shelf {

  @Override
  public Optional<Path> find(Component component) {
    Path executable = directory.resolve(component.program());
    if (!Files.isExecutable(executable)) {
      throw new ClusterException(
          "%s names %s, which has no executable %s: put it there, or unset the variable."
              .formatted(Binaries.DIRECTORY_VARIABLE, directory, component.program()));
    }
    if (!probe.fits(component, executable)) {
      throw new ClusterException(
          "%s has version %s, and %s.x is needed: replace it, or unset %s."
              .formatted(
                  executable,
                  probe.versionOf(executable).orElse("unknown"),
                  Distribution.of(component).minorVersion(),
                  Binaries.DIRECTORY_VARIABLE));
    }
    return Optional.of(executable);
  }
}
