package dev.helium.engine.project;

import com.fasterxml.jackson.databind.JsonNode;
import dev.helium.engine.EngineException;
import dev.helium.engine.FailureClass;
import dev.helium.engine.project.ConfigNode.Plain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stack's settings file: configuration, secrets as ciphertext, and the salt they were encrypted
 * with. Writing keeps comments, order and fields that are not known here.
 */
public final class StackSettings {
  private static final String SALT = "encryptionsalt";
  private static final String CONFIG = "config";
  private static final Set<String> PASSPHRASE = Set.of("", "passphrase", "default");

  private final String project;
  private final Path file;
  private final Map<String, Object> settings;
  private final SortedMap<String, ConfigNode> values = new TreeMap<>();

  private StackSettings(String project, Path file, Map<String, Object> settings) {
    this.project = project;
    this.file = file;
    this.settings = settings;
    read(settings.get(CONFIG));
  }

  static StackSettings of(String project, Path file) {
    return new StackSettings(project, file, SafeYaml.read(file).orElseGet(LinkedHashMap::new));
  }

  /** The salt of the secrets, empty when there is none. */
  public String salt() {
    return settings.get(SALT) instanceof String salt ? salt : "";
  }

  /** Sets the salt; {@link #save} writes it. */
  public void salt(String salt) {
    settings.put(SALT, salt);
  }

  /** Refuses settings that only the CLI can act on. */
  public void requireSupported() {
    if (!(settings.getOrDefault("secretsprovider", "") instanceof String provider)
        || !PASSPHRASE.contains(provider)) {
      throw EngineException.unsupported("the secrets provider of " + file);
    }
    if (settings.get("environment") != null) {
      throw EngineException.unsupported("the environment of " + file);
    }
  }

  /** Every value by its full key, secrets as ciphertext; objects as JSON. */
  public SortedMap<String, ConfigEntry> entries() {
    var entries = new TreeMap<String, ConfigEntry>();
    values.forEach(
        (key, value) ->
            entries.put(
                key,
                new ConfigEntry(ConfigText.text(value), value.isSecret(), ConfigText.json(value))));
    return entries;
  }

  /** Every value by its full key. */
  public SortedMap<String, ConfigNode> values() {
    return new TreeMap<>(values);
  }

  /** Replaces all values; {@link #save} writes them. */
  public void values(Map<String, ConfigNode> replacement) {
    values.clear();
    values.putAll(replacement);
  }

  /** The value of a key, or what a path leads to in it. */
  public Optional<ConfigNode> get(String key, boolean isPath) {
    return get(values, key, isPath);
  }

  Optional<ConfigNode> get(Map<String, ConfigNode> from, String key, boolean isPath) {
    var path = path(key, isPath);
    return Optional.ofNullable(from.get(path.key()))
        .flatMap(value -> ConfigTree.get(value, path.steps()));
  }

  /**
   * Sets a value, a secret as ciphertext. Inside another value a plain text that reads as a whole
   * number or boolean becomes one. {@link #save} writes it.
   */
  public void set(String key, ConfigNode value, boolean isPath) {
    var path = path(key, isPath);
    if (path.steps().isEmpty()) {
      values.put(path.key(), value);
      return;
    }
    var wanted = value instanceof Plain plain ? ConfigNumbers.recognized(plain) : value;
    var before = values.getOrDefault(path.key(), ConfigText.of((Object) null));
    values.put(path.key(), ConfigTree.set(before, path.steps(), wanted, true));
  }

  /** Removes a value if it is there; {@link #save} writes it. */
  public void remove(String key, boolean isPath) {
    var path = path(key, isPath);
    if (path.steps().isEmpty()) {
      values.remove(path.key());
    } else {
      values.computeIfPresent(path.key(), (name, value) -> ConfigTree.remove(value, path.steps()));
    }
  }

  /** The full key of a key that may lack its namespace. */
  public String qualified(String key) {
    return ConfigKey.qualified(project, key);
  }

  /** Writes the file. */
  public void save() {
    if (values.isEmpty()) {
      settings.remove(CONFIG);
    } else {
      var config = new LinkedHashMap<String, Object>();
      values.forEach((key, value) -> config.put(key, plain(ConfigText.json(value))));
      settings.put(CONFIG, config);
    }
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

  /** Keeps a copy of the file, if there is one, under a name not in use; returns the copy. */
  public Optional<Path> backUp() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var backup = file;
    do {
      backup = backup.resolveSibling(backup.getFileName() + ".bak");
    } while (Files.exists(backup));
    try {
      return Optional.of(Files.copy(file, backup));
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "settings file " + file + " cannot be copied", failure);
    }
  }

  /** Makes the file another stack's, if it is there. */
  public void moveTo(StackSettings other) {
    try {
      if (Files.exists(file)) {
        Files.move(file, other.file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException failure) {
      throw new EngineException(
          FailureClass.INTERNAL, "settings file " + file + " cannot be renamed", failure);
    }
  }

  private void read(Object config) {
    if (config == null) {
      return;
    }
    if (!(config instanceof Map<?, ?> map)) {
      throw unreadable("config is no map");
    }
    map.forEach((key, value) -> values.put(readKey(String.valueOf(key)), ConfigText.of(value)));
  }

  private String readKey(String key) {
    try {
      return qualified(key);
    } catch (EngineException invalid) {
      throw unreadable(invalid.failure().message());
    }
  }

  private EngineException unreadable(String reason) {
    return new EngineException(
        FailureClass.STATE_UNREADABLE, "settings file " + file + ": " + reason);
  }

  private ConfigPath path(String key, boolean isPath) {
    return isPath ? ConfigKey.path(project, key) : ConfigKey.whole(qualified(key));
  }

  /** Top-level scalars are texts in the file, as the CLI writes them. */
  private static Object plain(JsonNode value) {
    return value.isValueNode() ? ConfigText.text(new Plain(value)) : ConfigNumbers.plain(value);
  }
}
