package dev.helium.backends;

import dev.helium.backends.Manifest.PodSecurity;
import dev.helium.backends.schema.SchemaRules;
import dev.helium.backends.schema.SharedShapes;
import dev.helium.backends.schema.Trees;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads what stands beside a backend's class, and refuses what is not as it has to be. */
final class ManifestFile {
  static final String NAME = "backend.yaml";

  private static final String PAGE = "README.md";
  private static final String COMMON = "common.yaml";
  private static final int LONGEST_PAGE = 64 * 1024;
  private static final Set<String> KNOWN =
      Set.of(
          "name",
          "summary",
          "program",
          "parameters",
          "profiles",
          "fields",
          "ignored",
          "infrastructure",
          "security",
          "ready",
          "outputs");

  private final Map<String, Object> file;

  private ManifestFile(Map<String, Object> file) {
    this.file = file;
  }

  static Manifest beside(Class<?> backend) {
    try {
      return read(stream(backend, NAME), page(backend));
    } catch (IllegalStateException | YamlEngineException unfit) {
      throw new IllegalStateException(
          NAME + " of " + backend.getPackageName() + ": " + unfit.getMessage(), unfit);
    }
  }

  /**
   * Ends with an {@link IllegalStateException} at the first rule that is broken.
   *
   * @param page that stands beside it
   */
  static Manifest read(InputStream stream, String page) {
    Manifest manifest = new ManifestFile(yaml(stream, NAME)).manifest(page);
    ManifestRules.check(manifest);
    return manifest;
  }

  /** The name of the class that makes it; read before there is one. */
  static String program(InputStream stream) {
    return new ManifestFile(yaml(stream, NAME)).text("program");
  }

  private Manifest manifest(String page) {
    file.keySet().stream()
        .filter(key -> !KNOWN.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalStateException("\"" + key + "\" is not known");
            });
    return new Manifest(
        text("name"),
        text("summary"),
        schema("parameters", Trees.map(file.get("parameters"), "parameters")),
        profiles(),
        texts("fields"),
        Set.copyOf(words("ignored")),
        file.containsKey("infrastructure")
            ? schema("infrastructure", Trees.map(file.get("infrastructure"), "infrastructure"))
            : Map.of(),
        security(),
        words("ready"),
        texts("outputs"),
        page);
  }

  private static Map<String, Object> schema(String key, Map<String, Object> schema) {
    Map<String, Object> whole =
        new SharedShapes(yaml(stream(ManifestFile.class, COMMON), COMMON)).inline(schema);
    List<String> broken = SchemaRules.broken(whole);
    if (!broken.isEmpty()) {
      throw new IllegalStateException(key + ": " + String.join("; ", broken));
    }
    return whole;
  }

  private Map<String, Map<String, Object>> profiles() {
    Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();
    Trees.mapOrNone(file.get("profiles"), "profiles")
        .forEach((name, values) -> profiles.put(name, Trees.mapOrNone(values, name)));
    return profiles;
  }

  private PodSecurity security() {
    String level = file.containsKey("security") ? text("security") : "restricted";
    try {
      return PodSecurity.valueOf(level.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalStateException(
          "security must be restricted, baseline or privileged", unknown);
    }
  }

  private String text(String key) {
    if (file.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalStateException(key + " is not a text");
  }

  private Map<String, String> texts(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    Trees.mapOrNone(file.get(key), key)
        .forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }

  private List<String> words(String key) {
    List<String> words = new ArrayList<>();
    switch (file.get(key)) {
      case List<?> list -> list.forEach(word -> words.add(String.valueOf(word)));
      case null -> {}
      default -> throw new IllegalStateException(key + " is not a list");
    }
    return words;
  }

  private static Map<String, Object> yaml(InputStream stream, String name) {
    try (stream) {
      return Trees.map(
          new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(stream),
          name);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream stream(Class<?> beside, String name) {
    InputStream stream = beside.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("there is no " + name);
    }
    return stream;
  }

  private static String page(Class<?> backend) {
    try (InputStream stream = backend.getResourceAsStream(PAGE)) {
      if (stream == null) {
        return "";
      }
      byte[] bytes = stream.readNBytes(LONGEST_PAGE + 1);
      if (bytes.length > LONGEST_PAGE) {
        throw new IllegalStateException(PAGE + " has more than " + LONGEST_PAGE / 1024 + " KiB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
