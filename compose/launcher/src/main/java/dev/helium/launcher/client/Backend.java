package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that workspaces can be made of, in the server's words.
 *
 * @param summary what it makes, in one sentence
 * @param parameters a JSON Schema (2020-12) of the values that it takes
 * @param outputs what comes out, by the name of the field that shows it
 */
public record Backend(
    String name, String summary, JsonNode parameters, Map<String, String> outputs) {
  public Backend {
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  static Backend of(JsonNode backend) {
    Map<String, String> outputs = new LinkedHashMap<>();
    backend
        .path("Outputs")
        .propertyStream()
        .forEach(output -> outputs.put(output.getKey(), output.getValue().asText()));
    return new Backend(
        backend.path("Name").asText(),
        backend.path("Summary").asText(),
        backend.path("Parameters"),
        outputs);
  }
}
