package dev.helium.launcher.client;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a person asks for; the server has defaults for all that is empty.
 *
 * @param valuesFile YAML, sent as it is
 */
public record CreateRequest(String name, String expiry, String backend, Optional<Path> valuesFile) {

  /** The fields that were given. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    put(fields, "name", name);
    put(fields, "expiry", expiry);
    put(fields, "backend", backend);
    return fields;
  }

  private static void put(Map<String, String> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }
}
