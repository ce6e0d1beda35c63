package dev.helium.engine.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * One configuration value.
 *
 * @param value the text, JSON for a structured one; ciphertexts in it or, once opened, clear texts
 * @param secret true when it or something in it is encrypted at rest
 * @param recorded how the settings file has it, secrets encrypted
 */
public record ConfigEntry(String value, boolean secret, JsonNode recorded) {
  /** A value that is in no settings file. */
  public ConfigEntry(String value, boolean secret) {
    this(value, secret, JsonNodeFactory.instance.nullNode());
  }

  /** How the settings file has the configuration, by full key. */
  public static ObjectNode recorded(Map<String, ConfigEntry> configuration) {
    var node = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(configuration).forEach((key, entry) -> node.set(key, entry.recorded()));
    return node;
  }

  @Override
  public String toString() {
    return secret ? "[secret]" : value;
  }
}
