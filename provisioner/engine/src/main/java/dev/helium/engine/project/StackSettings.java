package dev.helium.engine.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stack's settings file: configuration, secrets as ciphertext, and the salt they were encrypted
 * with.
 */
public final class StackSettings {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String project;
  private final Path file;
  private final Map<String, Object> settings;

  private StackSettings(String project, Path file, Map<String, Object> settings) {
    this.project = project;
    this.file = file;
    this.settings = settings;
  }

  static StackSettings of(String project, Path file) {
    return new StackSettings(project, file, SafeYaml.read(file).orElseGet(LinkedHashMap::new));
  }

  /** The salt of the secrets, empty when there is none. */
  public String salt() {
    return settings.get("encryptionsalt") instanceof String salt ? salt : "";
  }

  /** Sets the salt; {@link #save} writes it. */
  public void salt(String salt) {
    settings.put("encryptionsalt", salt);
  }

  /** Every value by its full key, secrets as ciphertext; objects as JSON. */
  public SortedMap<String, ConfigEntry> entries() {
    var entries = new TreeMap<String, ConfigEntry>();
    if (settings.get("config") instanceof Map<?, ?> config) {
      config.forEach((key, value) -> entries.put(qualified(key.toString()), entry(value)));
    }
    return entries;
  }

  /** Sets a value; a secret is given as ciphertext. {@link #save} writes it. */
  public void set(String key, ConfigEntry entry) {
    config().put(qualified(key), entry.secret() ? Map.of("secure", entry.value()) : entry.value());
  }

  /** Removes a value if it is there; {@link #save} writes it. */
  public void remove(String key) {
    config().remove(qualified(key));
    config().remove(key);
  }

  /** The full key of a key that may lack its namespace. */
  public String qualified(String key) {
    if (key.isBlank()) {
      throw new EngineException(FailureClass.INVALID, "a configuration key is empty");
    }
    return key.contains(":") ? key : project + ":" + key;
  }

  /** Writes the file. */
  public void save() {
    SafeYaml.write(file, settings);
  }

  /** Removes the file if it is there. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "settings file " + file + " cannot be removed", failure);
    }
  }

  private static ConfigEntry entry(Object value) {
    return switch (value) {
      case null -> new ConfigEntry("", false);
      case Map<?, ?> map when map.size() == 1 && map.get("secure") instanceof String secure ->
          new ConfigEntry(secure, true);
      case Map<?, ?> map -> new ConfigEntry(json(map), false);
      case Iterable<?> list -> new ConfigEntry(json(list), false);
      default -> new ConfigEntry(value.toString(), false);
    };
  }

  private static String json(Object value) {
    try {
      var json = MAPPER.writeValueAsString(value);
      if (json.contains("\"secure\":")) {
        throw EngineException.unsupported("a secret inside a structured configuration value");
      }
      return json;
    } catch (JsonProcessingException invalid) {
      throw new EngineException(
          FailureClass.INVALID, "a configuration value cannot be written as JSON", invalid);
    }
  }

  private Map<String, Object> config() {
    var config = new LinkedHashMap<String, Object>();
    if (settings.get("config") instanceof Map<?, ?> existing) {
      existing.forEach((key, value) -> config.put(key.toString(), value));
    }
    settings.put("config", config);
    return config;
  }
}
