package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The folders of PATH. A program whose version does not fit is passed over. */
record SearchPath(List<Path> directories, VersionProbe probe) implements Shelf {

  @Override
  public Optional<Path> find(Program program) {
    return directories.stream()
        .map(directory -> directory.resolve(program.program()))
        .filter(Files::isExecutable)
        .filter(executable -> probe.fits(program, executable))
        .findFirst();
  }
}
