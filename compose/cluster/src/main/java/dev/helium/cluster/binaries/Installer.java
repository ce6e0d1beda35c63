package dev.helium.cluster.binaries;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Program;
import dev.helium.cluster.component.Progress;
import dev.helium.cluster.process.Directories;
import dev.helium.cluster.process.DirectoryLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Brings missing programs into the cache, one process at a time and never half. */
final class Installer {

  /** Longer than a build on a slow machine; a second process waits for the first this long. */
  private static final Duration LOCK_LIMIT = Duration.ofMinutes(60);

  private final Cache cache;
  private final List<Source> sources;

  Installer(Cache cache, List<Source> sources) {
    this.cache = cache;
    this.sources = List.copyOf(sources);
  }

  <P extends Program> Map<P, Path> install(Set<P> missing, Progress progress) {
    try (DirectoryLock _ =
        DirectoryLock.acquire(
            Files.createDirectories(cache.root()),
            LOCK_LIMIT,
            () -> progress.report("Waiting for another process that obtains the programs."))) {
      for (Distribution distribution : Distribution.values()) {
        // Asked again under the lock: whoever held it before may have brought them.
        Set<Program> wanted = new LinkedHashSet<>();
        distribution.programs().stream()
            .filter(missing::contains)
            .filter(program -> cache.find(program).isEmpty())
            .forEach(wanted::add);
        if (!wanted.isEmpty()) {
          obtain(distribution, wanted, progress);
        }
      }
      for (Source source : sources) {
        source.cleanUp();
      }
      Map<P, Path> installed = new LinkedHashMap<>();
      missing.forEach(program -> installed.put(program, cache.find(program).orElseThrow()));
      return installed;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The cache folder %s cannot be written".formatted(cache.root()), e);
    }
  }

  private void obtain(Distribution distribution, Set<Program> wanted, Progress progress)
      throws IOException {
    List<String> reasons = new ArrayList<>();
    for (Source source : sources) {
      // Beside its destination, so that the move at the end stays on one file system.
      Path staging = Files.createTempDirectory(cache.root(), "incoming-");
      try {
        source.obtain(distribution, wanted, staging, progress);
        for (Program program : wanted) {
          cache.accept(program, staging.resolve(program.program()));
        }
        return;
      } catch (SourceUnavailableException e) {
        reasons.add(e.getMessage());
        progress.report(
            "%s %s: %s."
                .formatted(distribution.directoryName(), distribution.version(), e.getMessage()));
      } finally {
        Directories.delete(staging);
      }
    }
    throw new ClusterException(
        "%s %s cannot be had: %s. Or set %s to a folder that holds %s."
            .formatted(
                distribution.directoryName(),
                distribution.version(),
                String.join("; ", reasons),
                distribution.directoryVariable(),
                distribution.inOneFolder()));
  }
}
