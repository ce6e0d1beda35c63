package dev.helium.launcher.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service is loaded from.
 *
 * @param libraries jars that no build here changes
 * @param own what this project builds
 */
record ServiceClasspath(List<Path> libraries, List<Path> own) {
  ServiceClasspath {
    libraries = List.copyOf(libraries);
    own = List.copyOf(own);
  }

  /**
   * As {@code java} takes it. The libraries come first: a JVM uses an archive of classes only while
   * its class path begins with the one that the archive was made from.
   */
  String text() {
    return text(Stream.concat(libraries.stream(), own.stream()));
  }

  String librariesText() {
    return text(libraries.stream());
  }

  private static String text(Stream<Path> entries) {
    return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
