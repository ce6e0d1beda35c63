package dev.helium.provisioner.attempt;

import dev.helium.backends.Backend;
import dev.helium.backends.BackendInput;
import dev.helium.backends.Validated;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/** Values for a backend of which nothing is known but its manifest. */
final class ExampleValues {
  private static final String SMALL = "small";

  private ExampleValues() {}

  /** Whether it makes something of nothing given. */
  static boolean makesSomething(Backend backend) {
    return backend.validate(new BackendInput(Map.of(), "")) instanceof Validated.Accepted;
  }

  static String smallest(Backend backend) {
    return values(backend).encode();
  }

  /** The same with one pod more of something, where it says how many there are. */
  static String changed(Backend backend) {
    JsonObject values = values(backend);
    replicas(new JsonObject(backend.manifest().parameters()))
        .ifPresent(more -> values.mergeIn(more, true));
    return backend.validate(new BackendInput(Map.of(), values.encode()))
            instanceof Validated.Accepted
        ? values.encode()
        : smallest(backend);
  }

  private static JsonObject values(Backend backend) {
    return backend.manifest().profiles().containsKey(SMALL)
        ? new JsonObject().put("profile", SMALL)
        : new JsonObject();
  }

  private static Optional<JsonObject> replicas(JsonObject schema) {
    JsonObject properties = schema.getJsonObject("properties", new JsonObject());
    for (Map.Entry<String, Object> property : properties) {
      if (property.getValue() instanceof JsonObject said) {
        if (property.getKey().matches("replicas|replicaCount")) {
          return Optional.of(new JsonObject().put(property.getKey(), 2));
        }
        Optional<JsonObject> below = replicas(said);
        if (below.isPresent()) {
          return below.map(it -> new JsonObject().put(property.getKey(), it));
        }
      }
    }
    return Optional.empty();
  }
}
