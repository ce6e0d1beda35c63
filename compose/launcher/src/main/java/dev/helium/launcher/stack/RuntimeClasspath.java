package dev.helium.launcher.stack;

import dev.helium.launcher.console.UserException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service's class path is.
 *
 * <p>The project's own jars are copied under a name that tells their content: a build does not pull
 * the classes from under a process that runs, and a path that stays the same means the same code.
 * What was asked for once is answered the same for ever, whatever is built meanwhile.
 */
final class RuntimeClasspath {
  private static final int DIGITS = 12;

  private final Path project;
  private final Path library;
  private final Map<ServiceName, String> known = new EnumMap<>(ServiceName.class);

  RuntimeClasspath(Path project, Path library) {
    this.project = project.toAbsolutePath().normalize();
    this.library = library;
  }

  /**
   * @throws UserException when the module is not built
   */
  String of(ServiceName service) {
    return known.computeIfAbsent(service, this::find);
  }

  private String find(ServiceName service) {
    Path target = project.resolve(service.module()).resolve("target");
    Path dependencies = target.resolve("classpath");
    if (!Files.isReadable(dependencies)) {
      throw new UserException(
          "%s is not built: run ./mvnw package in the project.".formatted(service.label()));
    }
    try {
      Files.createDirectories(library);
      List<Path> others =
          Arrays.stream(Files.readString(dependencies).strip().split(File.pathSeparator, -1))
              .map(Path::of)
              .toList();
      return Stream.concat(Stream.of(own(target)), others.stream())
          .map(this::settled)
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
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

  private Path settled(Path entry) {
    if (!entry.startsWith(project) || Files.isDirectory(entry)) {
      return entry;
    }
    try {
      Path copy = library.resolve(digest(entry) + "-" + entry.getFileName());
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

  private static String digest(Path file) throws IOException {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
