package dev.helium.launcher.stack;

import dev.helium.launcher.console.UserException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Grafana that somebody has installed; none is obtained here.
 *
 * @param home with its pages and default settings; empty when it is for itself to find
 */
record GrafanaProgram(Path executable, Optional<Path> home) {
  static final String VARIABLE = "HELIUM_GRAFANA";

  private static final List<String> NAMES = List.of("grafana", "grafana-server");
  private static final String DEFAULTS = "conf/defaults.ini";

  /**
   * {@code HELIUM_GRAFANA}, which names an executable or the folder of an unpacked release, or else
   * the first on the path.
   *
   * @throws UserException when the variable names something else
   */
  static Optional<GrafanaProgram> find(Map<String, String> environment) {
    Variables variables = new Variables(environment);
    Optional<Path> named = variables.find(VARIABLE).map(Path::of).map(Path::toAbsolutePath);
    if (named.isPresent()) {
      return Optional.of(
          candidates(named.get())
              .filter(GrafanaProgram::isExecutable)
              .findFirst()
              .map(GrafanaProgram::of)
              .orElseThrow(
                  () ->
                      new UserException(
                          "%s names %s, which is neither an executable nor a folder with bin/grafana."
                              .formatted(VARIABLE, named.get()))));
    }
    return Arrays.stream(variables.text("PATH", "").split(File.pathSeparator, -1))
        .filter(entry -> !entry.isBlank())
        .map(Path::of)
        .flatMap(folder -> NAMES.stream().map(folder::resolve))
        .filter(GrafanaProgram::isExecutable)
        .findFirst()
        .map(GrafanaProgram::of);
  }

  /** What comes before the options. */
  List<String> arguments() {
    Stream<String> server =
        String.valueOf(executable.getFileName()).equals(NAMES.getFirst())
            ? Stream.of("server")
            : Stream.empty();
    return Stream.concat(server, home.stream().map(folder -> "--homepath=" + folder)).toList();
  }

  private static Stream<Path> candidates(Path named) {
    return Stream.concat(
        Stream.of(named), NAMES.stream().map(name -> named.resolve("bin").resolve(name)));
  }

  private static boolean isExecutable(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static GrafanaProgram of(Path executable) {
    try {
      // On the path stands a link into the folder of the release.
      Path real = executable.toRealPath();
      Path above = real.resolve("../..").normalize();
      Optional<Path> home =
          Stream.of(above, above.resolve("share/grafana"), Path.of("/usr/share/grafana"))
              .filter(folder -> Files.isRegularFile(folder.resolve(DEFAULTS)))
              .findFirst();
      return new GrafanaProgram(executable, home);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
