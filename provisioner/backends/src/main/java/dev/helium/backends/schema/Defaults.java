package dev.helium.backends.schema;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a schema says when nobody says anything. */
public final class Defaults {
  private static final String DEFAULT = "default";

  private Defaults() {}

  /**
   * The defaults of all properties. That of an object is made of those of its own properties, with
   * what the object itself gives as default laid over.
   */
  public static Map<String, Object> of(Map<String, Object> schema) {
    Map<String, Object> defaults = new LinkedHashMap<>();
    Trees.mapOrNone(schema.get("properties"), "properties")
        .forEach(
            (name, property) -> {
              Map<String, Object> said = Trees.map(property, name);
              if (said.get("properties") instanceof Map) {
                Map<String, Object> below = of(said);
                if (!below.isEmpty() || said.containsKey(DEFAULT)) {
                  defaults.put(name, below);
                }
              } else if (said.get(DEFAULT) != null) {
                defaults.put(name, Trees.copy(said.get(DEFAULT)));
              }
            });
    return schema.get(DEFAULT) instanceof Map<?, ?> own ? Trees.merge(defaults, own) : defaults;
  }
}
