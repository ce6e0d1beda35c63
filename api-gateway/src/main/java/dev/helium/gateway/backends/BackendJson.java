package dev.helium.gateway.backends;

import dev.helium.domain.BackendDescription;
import dev.helium.domain.Estimate;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.gateway.workspaces.TimeToReady;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A backend as answers show it, but for its page, which is long. */
final class BackendJson {
  private static final String DEFAULT = "default";

  private BackendJson() {}

  /**
   * @param took what the newest creations took to be ready; few of them say nothing
   * @param expiry what counts for whoever asks
   */
  static JsonObject of(BackendDescription backend, List<Duration> took, ExpiryPolicy expiry) {
    JsonObject schema = new JsonObject(backend.parameters());
    JsonObject profiles = new JsonObject();
    new TreeMap<>(backend.profiles())
        .forEach((name, values) -> profiles.put(name, new JsonObject(values)));
    JsonObject json =
        new JsonObject()
            .put("Name", backend.name())
            .put("Summary", backend.summary())
            .put("Parameters", schema)
            .put("Defaults", defaults(schema))
            .put("Profiles", profiles)
            .put("Fields", texts(backend.fields()))
            .put("Ready", new JsonArray(backend.ready()))
            .put("Outputs", texts(backend.outputs()))
            .put("DefaultDays", expiry.defaultDays())
            .put("MaximumDays", expiry.maximumDays());
    if (took.size() >= Estimate.FEWEST) {
      json.put("TimeToReady", TimeToReady.of(took));
    }
    return backend.infrastructure().isEmpty()
        ? json
        : json.put("Infrastructure", new JsonObject(backend.infrastructure()));
  }

  private static JsonObject texts(Map<String, String> texts) {
    return new JsonObject(new TreeMap<String, Object>(texts));
  }

  /** Those of an object are those of its properties, and over them what it gives itself. */
  private static JsonObject defaults(JsonObject schema) {
    JsonObject defaults = new JsonObject();
    for (Map.Entry<String, Object> property :
        schema.getJsonObject("properties", new JsonObject())) {
      if (property.getValue() instanceof JsonObject said) {
        JsonObject below = defaults(said);
        if (said.containsKey("properties") && !below.isEmpty()) {
          defaults.put(property.getKey(), below);
        } else if (said.containsKey(DEFAULT)) {
          defaults.put(property.getKey(), said.getValue(DEFAULT));
        }
      }
    }
    return schema.getValue(DEFAULT) instanceof JsonObject own
        ? defaults.mergeIn(own, true)
        : defaults;
  }
}
