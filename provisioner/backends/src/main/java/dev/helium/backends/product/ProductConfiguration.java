package dev.helium.backends.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.Config;
import dev.helium.backends.BackendInput;
import dev.helium.backends.ConfigEntry;
import java.util.Map;
import java.util.TreeMap;

/** An input as stack configuration, and back. */
final class ProductConfiguration {
  private static final String PROJECT = "helium:";
  private static final String VALUES = "values";
  private static final String FIELDS = "fields";
  private static final String INFRASTRUCTURE = "infrastructure";
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProductConfiguration() {}

  /** All of it secret: nobody knows what people write there. */
  static Map<String, ConfigEntry> of(BackendInput input) {
    return Map.of(
        PROJECT + VALUES, new ConfigEntry(input.valuesYaml(), true),
        PROJECT + FIELDS, new ConfigEntry(json(input.parameters()), true),
        PROJECT + INFRASTRUCTURE, new ConfigEntry(input.infrastructureJson(), true));
  }

  static BackendInput input(Config config) {
    return new BackendInput(
        fields(config.get(FIELDS).orElse("{}")),
        config.get(VALUES).orElse(""),
        config.get(INFRASTRUCTURE).orElse(""));
  }

  private static String json(Map<String, String> parameters) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(parameters));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts that are no JSON", impossible);
    }
  }

  private static Map<String, String> fields(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException unfit) {
      // Without its message, which may hold what people wrote.
      throw new IllegalStateException("helium:fields is no JSON of texts");
    }
  }
}
