package dev.helium.backends.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts shared parts of schemas where they are referred to, so that what is published needs nothing
 * else. A reference is {@code common.yaml#/$defs/NAME} or, within the same file, {@code
 * #/$defs/NAME}; what stands beside it is laid over what it refers to.
 */
public final class SharedShapes {
  private static final String DEFINITIONS = "$defs";
  private static final String REFERENCE = "$ref";
  private static final String COMMON = "common.yaml#/$defs/";
  private static final String OWN = "#/$defs/";
  private static final int DEEPEST = 32;

  private final Map<String, Object> common;

  /**
   * @param common what the file {@code common.yaml} holds
   */
  public SharedShapes(Map<String, Object> common) {
    this.common = Trees.map(common.get(DEFINITIONS), "common.yaml: " + DEFINITIONS);
  }

  /**
   * The schema without references.
   *
   * @throws IllegalStateException when it refers to what there is not, or to itself
   */
  public Map<String, Object> inline(Map<String, Object> schema) {
    Map<String, Object> own = Trees.mapOrNone(schema.get(DEFINITIONS), DEFINITIONS);
    Map<String, Object> rest = new LinkedHashMap<>(schema);
    rest.remove(DEFINITIONS);
    return inline(rest, own, 0);
  }

  private Map<String, Object> inline(Map<?, ?> schema, Map<String, Object> own, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalStateException("a schema refers to itself, or is too deep");
    }
    Map<String, Object> whole = new LinkedHashMap<>();
    schema.forEach((name, part) -> whole.put(String.valueOf(name), part(part, own, depth)));
    if (!(whole.remove(REFERENCE) instanceof String reference)) {
      return whole;
    }
    boolean shared = reference.startsWith(COMMON);
    Map<String, Object> definitions = shared ? common : own;
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    if (!(shared || reference.startsWith(OWN)) || !definitions.containsKey(name)) {
      throw new IllegalStateException("there is nothing at " + reference);
    }
    Map<String, Object> target =
        inline(Trees.map(definitions.get(name), reference), definitions, depth + 1);
    return Trees.merge(target, whole);
  }

  private Object part(Object part, Map<String, Object> own, int depth) {
    return switch (part) {
      case Map<?, ?> schema -> inline(schema, own, depth + 1);
      case List<?> parts -> {
        List<Object> list = new ArrayList<>();
        parts.forEach(each -> list.add(part(each, own, depth)));
        yield list;
      }
      case null -> null;
      default -> part;
    };
  }
}
