package dev.helium.launcher.stack;

import dev.helium.launcher.console.UserException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a service's class path is.
 *
 * <p>The project's own jars are copied under a name that tells their content: a build does not pull
 * the classes from under a process that runs, and a path that stays the same means the same code.
 * What was asked for once is answered the same for ever, whatever is built meanwhile.
 */
final class RuntimeClasspath {
  private final Path project;
  private final Path library;
  private final Map<ServiceName, ServiceClasspath> known = new EnumMap<>(ServiceName.class);

  RuntimeClasspath(Path project, Path library) {
    this.project = project.toAbsolutePath().normalize();
    this.library = library;
  }

  /**
   * @throws UserException when the module is not built
   */
  ServiceClasspath of(ServiceName service) {
    return known.computeIfAbsent(service, this::find);
  }

  boolean isBuilt(ServiceName service) {
    return Files.isReadable(dependenciesOf(service));
  }

  private Path targetOf(ServiceName service) {
    return project.resolve(service.module()).resolve("target");
  }

  private Path dependenciesOf(ServiceName service) {
    return targetOf(service).resolve("classpath");
  }

  private ServiceClasspath find(ServiceName service) {
    if (!isBuilt(service)) {
      throw new UserException(
          "%s is not built: run ./mvnw package in the project.".formatted(service.label()));
    }
    try {
      Files.createDirectories(library);
      String others = Files.readString(dependenciesOf(service)).strip();
      List<Path> all =
          Stream.concat(
                  Stream.of(own(targetOf(service))),
                  Arrays.stream(others.split(File.pathSeparator, -1)).map(Path::of))
              .toList();
      return new ServiceClasspath(
          all.stream().filter(this::isLibrary).toList(),
          all.stream().filter(entry -> !isLibrary(entry)).map(this::settled).toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path own(Path target) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "helium-*.jar")) {
      for (Path jar : jars) {
        return jar;
      }
    }
    return target.resolve("classes");
  }

  /** Folders are built by somebody, too, and change without a new name. */
  private boolean isLibrary(Path entry) {
    return !entry.startsWith(project) && Files.isRegularFile(entry);
  }

  private Path settled(Path entry) {
    if (!entry.startsWith(project) || Files.isDirectory(entry)) {
      return entry;
    }
    try {
      Path copy =
          library.resolve(Sha256.shortOf(Files.readAllBytes(entry)) + "-" + entry.getFileName());
      if (!Files.exists(copy)) {
        Path draft = Files.createTempFile(library, "copy", null);
        Files.copy(entry, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft, copy, StandardCopyOption.ATOMIC_MOVE);
      }
      return copy;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
