package dev.helium.cluster.binaries;

import dev.helium.cluster.component.Program;
import dev.helium.cluster.component.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** A way to obtain programs that lie nowhere yet. */
@FunctionalInterface
interface Source {

  /**
   * Puts executables, named as the programs are, into the directory.
   *
   * @param wanted programs of one distribution
   * @throws SourceUnavailableException when this way is closed here and the next may be tried
   */
  void obtain(
      Distribution distribution, Set<? extends Program> wanted, Path directory, Progress progress)
      throws SourceUnavailableException;

  /**
   * Removes what was kept between one distribution and the next; called when nothing is missing.
   */
  default void cleanUp() throws IOException {}
}
