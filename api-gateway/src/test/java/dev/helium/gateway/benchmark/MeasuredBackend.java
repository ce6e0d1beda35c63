package dev.helium.gateway.benchmark;

import dev.helium.domain.BackendDescription;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** A backend with about as many parameters as the largest of the catalogue. */
final class MeasuredBackend {
  static final String NAME = "namespace";

  private static final int PARAMETERS = 60;

  private MeasuredBackend() {}

  static BackendDescription described() {
    JsonObject properties = new JsonObject();
    for (int number = 0; number < PARAMETERS; number++) {
      properties.put(
          "parameter" + number,
          new JsonObject()
              .put("type", number % 3 == 0 ? "integer" : "string")
              .put("description", "What the parameter with this number is good for, in a line."));
    }
    JsonObject schema =
        new JsonObject()
            .put("type", "object")
            .put("additionalProperties", false)
            .put("properties", properties);
    return new BackendDescription(
        NAME,
        "A namespace.",
        schema.encode(),
        Map.of("K8sNamespace", "Its name."),
        Map.of("small", "{\"parameter0\":1}"),
        Map.of("helmVersion", "parameter1"),
        List.of("store", "web"),
        "{\"type\":\"object\"}",
        "# A namespace\n");
  }
}
