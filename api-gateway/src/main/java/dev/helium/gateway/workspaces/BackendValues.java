package dev.helium.gateway.workspaces;

import dev.helium.domain.FieldError;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Knows what the values of a backend may be. */
@FunctionalInterface
public interface BackendValues {
  /**
   * Every rule that values break; none of a backend that is not known here.
   *
   * @param field of the request that holds them
   * @param backend empty for the default one
   */
  List<FieldError> check(String field, String backend, JsonObject values);
}
