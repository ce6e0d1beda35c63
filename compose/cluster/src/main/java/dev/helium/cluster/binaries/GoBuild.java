package dev.helium.cluster.binaries;

import dev.helium.cluster.component.ClusterException;
import dev.helium.cluster.component.Program;
import dev.helium.cluster.component.Progress;
import dev.helium.cluster.component.Resources;
import dev.helium.cluster.process.BoundedCommand;
import dev.helium.cluster.process.Directories;
import dev.helium.cluster.process.LogTail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Builds the programs from their released sources with a Go that is installed. Every module is
 * pinned by the checksums of the go.sum beside each go.mod, so it is the same source everywhere.
 *
 * @param searchPath where {@code go} is looked for
 * @param cacheRoot where Go keeps what it compiled and fetched until the build is done
 */
record GoBuild(List<Path> searchPath, Path cacheRoot) implements Source {

  private static final Duration LIMIT = Duration.ofMinutes(45);
  private static final long NEEDED_SPACE = 6_000_000_000L;

  @Override
  public void obtain(
      Distribution distribution, Set<? extends Program> wanted, Path directory, Progress progress)
      throws SourceUnavailableException {
    Path go =
        searchPath.stream()
            .map(folder -> folder.resolve("go"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(
                () ->
                    new SourceUnavailableException(
                        "Go is not installed: install Go 1.26 or newer (https://go.dev/dl)"));
    Path work = work();
    try {
      requireSpace(distribution);
      Path module = Files.createDirectories(directory.resolve("module"));
      for (String file : List.of("go.mod", "go.sum")) {
        Files.writeString(
            module.resolve(file),
            Resources.text("tools/%s/%s".formatted(distribution.directoryName(), file)));
      }
      String names = wanted.stream().map(Program::program).collect(Collectors.joining(", "));
      Path log = Files.createDirectories(work).resolve("build.log");
      int exitCode =
          BoundedCommand.follow(
              command(go, distribution, wanted, directory),
              module,
              environment(work),
              log,
              LIMIT,
              elapsed ->
                  progress.report(
                      "%s: building with Go (some minutes on 2 cores, once)… %d s"
                          .formatted(names, elapsed.toSeconds())));
      if (exitCode != 0) {
        throw new SourceUnavailableException(
            "building with Go failed (%s)%n%s".formatted(log, LogTail.of(log)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compiled packages and fetched modules take gigabytes and serve nothing after the last build;
   * one that was stopped or failed keeps them and goes on from there.
   */
  @Override
  public void cleanUp() throws IOException {
    Directories.delete(work());
  }

  private Path work() {
    return cacheRoot.resolve("go-work");
  }

  private static List<String> command(
      Path go, Distribution distribution, Set<? extends Program> wanted, Path directory) {
    List<String> command =
        new ArrayList<>(
            List.of(
                go.toString(),
                "build",
                "-mod=readonly",
                "-modcacherw",
                "-trimpath",
                "-buildvcs=false",
                "-tags",
                distribution.buildTags(),
                "-ldflags",
                distribution.linkerFlags(),
                "-o"));
    // Go names an executable after its package's last part, which is not always the program's name.
    command.add(
        wanted.size() == 1
            ? directory.resolve(wanted.iterator().next().program()).toString()
            : directory + "/");
    wanted.forEach(program -> command.add(Distribution.goPackage(program)));
    return command;
  }

  private static Map<String, String> environment(Path work) {
    return Map.of(
        "CGO_ENABLED", "0",
        "GOFLAGS", "",
        "GOWORK", "off",
        "GOCACHE", work.resolve("compiled").toString(),
        "GOMODCACHE", work.resolve("modules").toString());
  }

  private void requireSpace(Distribution distribution) throws IOException {
    long free = Files.getFileStore(cacheRoot).getUsableSpace();
    if (free < NEEDED_SPACE) {
      throw new ClusterException(
          "Building with Go needs about %d GB for a while and %s has %d GB left: make room, or set %s."
              .formatted(
                  NEEDED_SPACE / 1_000_000_000,
                  cacheRoot,
                  free / 1_000_000_000,
                  distribution.directoryVariable()));
    }
  }
}
