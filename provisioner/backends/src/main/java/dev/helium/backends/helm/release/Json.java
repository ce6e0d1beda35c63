package dev.helium.backends.helm.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Trees as JSON. */
final class Json {
  private static final ObjectMapper SORTED =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private Json() {}

  static JsonNode node(Object tree) {
    return SORTED.valueToTree(tree);
  }

  /** Equal trees give equal bytes. */
  static byte[] bytes(Object tree) {
    try {
      return SORTED.writeValueAsBytes(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree that is no JSON", impossible);
    }
  }
}
