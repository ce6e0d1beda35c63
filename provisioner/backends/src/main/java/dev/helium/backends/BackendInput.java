package dev.helium.backends;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;

/**
 * What the requester gave for a backend.
 *
 * @param parameters by field name, as written
 * @param valuesYaml the uploaded values file; empty for none
 * @param infrastructureJson the uploaded infrastructure file; empty for none
 * @param archive the uploaded archive, to be read only; empty for none
 */
public record BackendInput(
    Map<String, String> parameters,
    String valuesYaml,
    String infrastructureJson,
    ByteBuffer archive) {
  public BackendInput {
    parameters = Map.copyOf(parameters);
    Objects.requireNonNull(valuesYaml, "valuesYaml");
    Objects.requireNonNull(infrastructureJson, "infrastructureJson");
    archive = archive.asReadOnlyBuffer();
  }

  /** Without an archive. */
  public BackendInput(
      Map<String, String> parameters, String valuesYaml, String infrastructureJson) {
    this(parameters, valuesYaml, infrastructureJson, ByteBuffer.allocate(0));
  }

  /** Without an infrastructure file. */
  public BackendInput(Map<String, String> parameters, String valuesYaml) {
    this(parameters, valuesYaml, "");
  }
}
