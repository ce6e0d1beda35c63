package dev.helium.launcher.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Classes of a service's libraries, in the form in which a JVM holds them: it need not read, check
 * and link them at each start, which is what a start mostly does.
 *
 * <p>Archives stand beside what the script has built, for every home of this checkout. Where the
 * script has built nothing there are none.
 */
final class ClassArchives {
  private final Path build;
  private final RuntimeClasspath classpath;

  ClassArchives(Path project, RuntimeClasspath classpath) {
    this.build = StackOptions.home(project, Map.of()).build();
    this.classpath = classpath;
  }

  Path directory() {
    return build.resolve("archives");
  }

  /**
   * Arguments of {@code java} that change nothing but how soon it is ready.
   *
   * @param recording where the process says which classes it loads, as long as there is no archive
   */
  List<String> arguments(ServiceName service, Path recording) {
    if (!Files.isDirectory(build)) {
      return List.of();
    }
    Path archive = of(service);
    return Files.exists(archive)
        ? List.of(
            "-XX:SharedArchiveFile=" + archive,
            // Some 50 ms; without it a damaged archive ends the JVM instead of being left aside.
            "-XX:+VerifySharedSpaces")
        : List.of("-XX:DumpLoadedClassList=" + recording);
  }

  /**
   * Where the archive is or would be. Its name tells all that it depends on: with another JDK,
   * other flags or other libraries it is another file.
   */
  Path of(ServiceName service) {
    String basis =
        Runtime.version()
            + "\n"
            + System.getProperty("java.home")
            + "\n"
            + JvmFlags.forArchive(service)
            + "\n"
            + classpath.of(service).libraries().stream()
                .map(ClassArchives::described)
                .collect(Collectors.joining("\n"));
    return directory().resolve(nameOf(service, Sha256.shortOf(basis)));
  }

  static String nameOf(ServiceName service, String rest) {
    return service.label() + "-" + rest + ".jsa";
  }

  private static String described(Path library) {
    try {
      BasicFileAttributes file = Files.readAttributes(library, BasicFileAttributes.class);
      return library + " " + file.size() + " " + file.lastModifiedTime().toMillis();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
