package dev.helium.engine.state;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The URL of a state folder: {@code file://} and a path, absolute, of the home, or relative. */
record StateUrl(Path folder, boolean create) {
  private static final String SCHEME = "file://";

  /** These say how the CLI writes; files here are always whole and never have side files. */
  private static final List<String> WITHOUT_EFFECT = List.of("no_tmp_dir", "metadata");

  private static final String CREATE = "create_dir";

  /** Parses a URL; a relative path starts at the work directory. */
  static StateUrl parse(String url, Path workDirectory) {
    if (url.isEmpty()) {
      throw new EngineException(
          FailureClass.INVALID, "no state folder: set PULUMI_BACKEND_URL to a file:// URL");
    }
    if (!url.startsWith(SCHEME)) {
      throw EngineException.unsupported("the state backend " + url.replaceAll(":.*", "") + "://");
    }
    var parts = url.substring(SCHEME.length()).split("\\?", 2);
    return new StateUrl(path(parts[0], workDirectory), create(parts.length > 1 ? parts[1] : ""));
  }

  private static boolean create(String query) {
    var parameters =
        Arrays.stream(query.split("&")).filter(Predicate.not(String::isEmpty)).toList();
    for (var parameter : parameters) {
      var name = parameter.split("=", 2)[0];
      if (!WITHOUT_EFFECT.contains(name) && !name.equals(CREATE)) {
        throw EngineException.unsupported("the parameter " + name + " of a state folder's URL");
      }
    }
    return parameters.stream().anyMatch(parameter -> parameter.startsWith(CREATE));
  }

  private static Path path(String text, Path workDirectory) {
    try {
      var decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
      var path =
          decoded.startsWith("~")
              ? Path.of(System.getProperty("user.home") + decoded.substring(1))
              : workDirectory.resolve(decoded);
      return path.toAbsolutePath().normalize();
    } catch (InvalidPathException invalid) {
      throw new EngineException(
          FailureClass.INVALID, "the state folder's URL is not valid", invalid);
    } catch (IllegalArgumentException invalid) {
      throw new EngineException(
          FailureClass.INVALID, "the state folder's URL is not encoded correctly", invalid);
    }
  }
}
