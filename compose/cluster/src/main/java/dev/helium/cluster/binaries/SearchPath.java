package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The folders of PATH. A program of another minor version is passed over. */
record SearchPath(List<Path> directories, VersionProbe probe) implements Shelf {

  @Override
  public Optional<Path> find(Component component) {
    return directories.stream()
        .map(directory -> directory.resolve(component.program()))
        .filter(Files::isExecutable)
        .filter(executable -> probe.fits(component, executable))
        .findFirst();
  }
}
