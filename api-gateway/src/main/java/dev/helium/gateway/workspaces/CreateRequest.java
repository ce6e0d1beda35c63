package dev.helium.gateway.workspaces;

import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.LabelRequest;
import dev.helium.domain.WorkspaceId;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A checked request to create or update. */
final class CreateRequest {
  private final WorkspaceId name;
  private final ExpiryRequest expiry;
  private final String backend;
  private final Map<String, String> parameters;
  private final Map<String, Buffer> uploads;
  private final LabelRequest labels;

  /**
   * @param name null when none was given
   * @param backend empty when none was given
   */
  CreateRequest(
      WorkspaceId name,
      ExpiryRequest expiry,
      String backend,
      Map<String, String> parameters,
      Map<String, Buffer> uploads,
      LabelRequest labels) {
    this.name = name;
    this.expiry = Objects.requireNonNull(expiry);
    this.backend = Objects.requireNonNull(backend);
    this.parameters = Map.copyOf(parameters);
    this.uploads = Map.copyOf(uploads);
    this.labels = Objects.requireNonNull(labels);
  }

  Optional<WorkspaceId> name() {
    return Optional.ofNullable(name);
  }

  ExpiryRequest expiry() {
    return expiry;
  }

  String backend() {
    return backend;
  }

  Map<String, String> parameters() {
    return parameters;
  }

  Map<String, Buffer> uploads() {
    return uploads;
  }

  LabelRequest labels() {
    return labels;
  }
}
