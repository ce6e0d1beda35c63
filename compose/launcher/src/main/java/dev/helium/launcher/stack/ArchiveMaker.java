package dev.helium.launcher.stack;

import dev.helium.cluster.process.BoundedCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes the {@link ClassArchives} that are missing, from what processes have recorded. */
public final class ArchiveMaker {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String DRAFT = ".draft";

  private final Home home;
  private final RuntimeClasspath classpath;
  private final ClassArchives archives;
  private final StackListener listener;

  /**
   * @param home whose processes have recorded what they load
   */
  public ArchiveMaker(Path project, Home home, StackListener listener) {
    this.home = home;
    this.classpath = new RuntimeClasspath(project, home.library());
    this.archives = new ClassArchives(project, classpath);
    this.listener = listener;
  }

  /** Takes some ten seconds for each that is missing, one after the other. */
  public void make() {
    List<ServiceName> missing = Arrays.stream(ServiceName.values()).filter(this::isDue).toList();
    if (missing.isEmpty()) {
      return;
    }
    listener.note("Classes are put where later starts find them sooner (once).");
    try {
      Files.createDirectories(archives.directory());
      for (ServiceName service : missing) {
        make(service);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private boolean isDue(ServiceName service) {
    return Files.exists(recordingOf(service))
        && classpath.isBuilt(service)
        && !Files.exists(archives.of(service));
  }

  private void make(ServiceName service) throws IOException {
    listener.waiting(service.label(), "its classes are being archived");
    long begun = System.nanoTime();
    Path archive = archives.of(service);
    Path draft = Files.createTempFile(archives.directory(), service.label(), DRAFT);
    try {
      BoundedCommand.Result result = BoundedCommand.run(command(service, draft), Map.of(), LIMIT);
      if (result.exitCode() == 0) {
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
        deleteOthers(service, archive);
        Files.deleteIfExists(recordingOf(service));
        listener.ready(service.label(), "archived", Duration.ofNanos(System.nanoTime() - begun));
      } else {
        listener.note(
            "%s starts as before: %s"
                .formatted(service.label(), result.output().lines().reduce("", (_, last) -> last)));
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private List<String> command(ServiceName service, Path archive) {
    List<String> command = new ArrayList<>(List.of("nice", "-n", "10"));
    command.add(ServiceProcesses.JAVA.toString());
    command.add("-Xshare:dump");
    // Classes of this project are in the list too and are left out, each with a warning.
    command.add("-Xlog:disable");
    command.add("-Xlog:all=error");
    command.add("-XX:SharedClassListFile=" + recordingOf(service));
    command.add("-XX:SharedArchiveFile=" + archive);
    command.addAll(JvmFlags.forArchive(service));
    command.add("-cp");
    command.add(classpath.of(service).librariesText());
    return command;
  }

  private Path recordingOf(ServiceName service) {
    return home.recordingOf(ServiceInstance.first(service));
  }

  /** A JVM that uses one of them goes on with what it has mapped. */
  private void deleteOthers(ServiceName service, Path archive) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(archives.directory(), ClassArchives.nameOf(service, "*"))) {
      for (Path file : files) {
        if (!file.equals(archive)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
