package dev.helium.backends.pachyderm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings that programs read as YAML, written as the JSON that YAML includes. Equal settings are
 * equal texts, as pods start again when theirs change.
 */
final class Documents {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private Documents() {}

  static String of(Object tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree that is no JSON", impossible);
    }
  }

  /** Names and values in turn; may be added to. */
  static Map<String, Object> tree(Object... entries) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int index = 0; index < entries.length; index += 2) {
      tree.put((String) entries[index], entries[index + 1]);
    }
    return tree;
  }
}
