package dev.helium.engine.project;

import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.state.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML settings files of bounded size, as plain maps in the order of the file. */
final class SafeYaml {
  private static final int MAXIMUM_BYTES = 4 * 1024 * 1024;
  private static final int MAXIMUM_ALIASES = 50;
  private static final int MAXIMUM_VALUES = 200_000;
  private static final int MAXIMUM_DEPTH = 100;

  private SafeYaml() {}

  static Optional<Map<String, Object>> read(Path file) {
    try {
      return AtomicFiles.read(file, MAXIMUM_BYTES).map(content -> parse(file, content));
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "settings file " + file + " cannot be read", failure);
    }
  }

  /** Writes the settings, changing only what they change in the text of the file. */
  static void write(Path file, Map<String, Object> settings) {
    try {
      var text = AtomicFiles.read(file, MAXIMUM_BYTES).map(SafeYaml::text).orElse("");
      var edited = new YamlEdit(settings(true)).apply(text, settings);
      AtomicFiles.write(file, edited.getBytes(StandardCharsets.UTF_8));
    } catch (IOException | YamlEngineException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "settings file " + file + " cannot be written", failure);
    }
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  private static LoadSettings settings(boolean comments) {
    return LoadSettings.builder()
        .setCodePointLimit(MAXIMUM_BYTES)
        .setMaxAliasesForCollections(MAXIMUM_ALIASES)
        .setAllowDuplicateKeys(false)
        .setAllowRecursiveKeys(false)
        .setParseComments(comments)
        .build();
  }

  private static Map<String, Object> parse(Path file, byte[] content) {
    try {
      var loaded = new Load(settings(false)).loadFromString(text(content));
      return loaded == null ? new LinkedHashMap<>() : map(file, loaded);
    } catch (YamlEngineException | IllegalArgumentException | ClassCastException invalid) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "settings file " + file + " is not YAML", invalid);
    } catch (StackOverflowError tooDeep) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "settings file " + file + " is nested too deep", tooDeep);
    }
  }

  private static Map<String, Object> map(Path file, Object loaded) {
    if (!(loaded instanceof Map<?, ?> fields)) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE, "settings file " + file + " is not a YAML map");
    }
    if (size(loaded, 0, 0) > MAXIMUM_VALUES) {
      throw new EngineException(
          FailureClass.STATE_UNREADABLE,
          "settings file " + file + " is nested too deep or endless");
    }
    var map = new LinkedHashMap<String, Object>();
    fields.forEach((name, value) -> map.put(String.valueOf(name), value));
    return map;
  }

  /** How many values there are when every alias is spelled out; more than allowed for endless. */
  private static int size(Object value, int before, int depth) {
    if (depth > MAXIMUM_DEPTH || before > MAXIMUM_VALUES) {
      return MAXIMUM_VALUES + 1;
    }
    var size = before + 1;
    var elements =
        value instanceof Map<?, ?> map
            ? map.values()
            : value instanceof Collection<?> list ? list : List.of();
    for (var element : elements) {
      size = size(element, size, depth + 1);
    }
    return size;
  }
}
