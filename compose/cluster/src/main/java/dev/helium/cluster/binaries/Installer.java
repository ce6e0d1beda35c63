package dev.helium.cluster.binaries;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Component;
import dev.helium.cluster.component.Progress;
import dev.helium.cluster.process.Directories;
import dev.helium.cluster.process.DirectoryLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
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

  Map<Component, Path> install(Set<Component> missing, Progress progress) {
    try (DirectoryLock _ =
        DirectoryLock.acquire(
            Files.createDirectories(cache.root()),
            LOCK_LIMIT,
            () -> progress.report("Waiting for another process that obtains the programs."))) {
      for (Distribution distribution : Distribution.values()) {
        // Asked again under the lock: whoever held it before may have brought them.
        Set<Component> wanted = EnumSet.noneOf(Component.class);
        distribution.components().stream()
            .filter(missing::contains)
            .filter(component -> cache.find(component).isEmpty())
            .forEach(wanted::add);
        if (!wanted.isEmpty()) {
          obtain(distribution, wanted, progress);
        }
      }
      for (Source source : sources) {
        source.cleanUp();
      }
      Map<Component, Path> installed = new EnumMap<>(Component.class);
      missing.forEach(component -> installed.put(component, cache.find(component).orElseThrow()));
      return installed;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The cache folder %s cannot be written".formatted(cache.root()), e);
    }
  }

  private void obtain(Distribution distribution, Set<Component> wanted, Progress progress)
      throws IOException {
    List<String> reasons = new ArrayList<>();
    for (Source source : sources) {
      // Beside its destination, so that the move at the end stays on one file system.
      Path staging = Files.createTempDirectory(cache.root(), "incoming-");
      try {
        source.obtain(distribution, wanted, staging, progress);
        for (Component component : wanted) {
          cache.accept(component, staging.resolve(component.program()));
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
        "%s %s cannot be had: %s. Or set %s to a folder that holds the five programs."
            .formatted(
                distribution.directoryName(),
                distribution.version(),
                String.join("; ", reasons),
                Binaries.DIRECTORY_VARIABLE));
  }
}
