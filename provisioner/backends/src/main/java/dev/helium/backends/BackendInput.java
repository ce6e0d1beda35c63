package dev.helium.backends;

import java.util.Map;
import java.util.Objects;

/**
 * What the requester gave for a backend.
 *
 * @param parameters by field name, as written
 * @param valuesYaml the uploaded values file; empty for none
 */
public record BackendInput(Map<String, String> parameters, String valuesYaml) {
  public BackendInput {
    parameters = Map.copyOf(parameters);
    Objects.requireNonNull(valuesYaml, "valuesYaml");
  }
}
