package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Program;
import java.nio.file.Path;
import java.util.Optional;

/** A place where a program may lie ready. */
@FunctionalInterface
interface Shelf {

  Optional<Path> find(Program program);
}
