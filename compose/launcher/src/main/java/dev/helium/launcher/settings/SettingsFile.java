package dev.helium.launcher.settings;

import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.console.UserException;
import dev.helium.service.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A person's settings, at most 64 KiB of YAML. It names a file with a token and holds none, so
 * anybody may read it.
 */
final class SettingsFile {
  static final String SERVER = "server";
  static final String TOKEN_FILE = "tokenFile";
  static final String OUTPUT = "output";

  private static final List<String> KNOWN = List.of(SERVER, TOKEN_FILE, OUTPUT);
  private static final int LARGEST = 64 * 1024;
  private static final String HOME = "~/";

  private final Map<String, String> environment;
  private Map<String, String> values;

  /** The one that the environment leads to; it is read when something of it is asked for. */
  SettingsFile(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Where it would be; empty when nobody has a home. */
  Optional<Path> place() {
    return folder("XDG_CONFIG_HOME")
        .or(() -> folder("HOME").map(home -> home.resolve(".config")))
        .map(folder -> folder.resolve("helium").resolve("config.yaml"));
  }

  /** A {@link UserException} says what is wrong with the file. */
  Optional<Setting> find(String name) {
    return place()
        .filter(Files::exists)
        .flatMap(
            file ->
                Optional.ofNullable(values(file).get(name))
                    .map(value -> name.equals(TOKEN_FILE) ? seenFrom(file, value) : value)
                    .map(value -> new Setting(value, file.toString())));
  }

  private Map<String, String> values(Path file) {
    if (values == null) {
      values = read(file);
    }
    return values;
  }

  /** A path is beside the settings that name it, or in the home of whoever wrote them. */
  private String seenFrom(Path file, String value) {
    return Optional.of(value)
        .filter(path -> path.startsWith(HOME))
        .flatMap(path -> folder("HOME").map(home -> home.resolve(path.substring(HOME.length()))))
        .orElseGet(() -> file.resolveSibling(value))
        .toString();
  }

  /** As the XDG Base Directory Specification says, what is not absolute is passed over. */
  private Optional<Path> folder(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }

  private static Map<String, String> read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw wrong(file, "is larger than 64 KiB");
      }
      Object loaded =
          new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
              .loadFromString(Files.readString(file));
      return loaded == null ? Map.of() : checked(file, loaded);
    } catch (IOException unreadable) {
      throw new UserException(
          ExitCode.WRONG_USAGE, "%s cannot be read.".formatted(file), unreadable);
    } catch (YamlEngineException invalid) {
      throw new UserException(
          ExitCode.WRONG_USAGE,
          "%s is not valid YAML: %s".formatted(file, invalid.getMessage()),
          invalid);
    }
  }

  private static Map<String, String> checked(Path file, Object loaded) {
    if (!(loaded instanceof Map<?, ?> entries)) {
      throw wrong(file, "must hold settings such as \"server: https://helium.example.com\"");
    }
    Map<String, String> values = new TreeMap<>();
    entries.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (!KNOWN.contains(name)) {
            throw wrong(file, unknown(name));
          }
          if (!(value instanceof String text) || text.isBlank()) {
            throw wrong(file, name + " must be text");
          }
          values.put(name, text);
        });
    return values;
  }

  private static String unknown(String name) {
    return NearestName.of(name, KNOWN)
        .map(nearest -> "%s is no setting; did you mean \"%s\"?".formatted(name, nearest))
        .orElseGet(
            () -> "%s is no setting; there are %s".formatted(name, String.join(", ", KNOWN)));
  }

  private static UserException wrong(Path file, String rule) {
    return new UserException(ExitCode.WRONG_USAGE, "%s: %s".formatted(file, rule));
  }
}
