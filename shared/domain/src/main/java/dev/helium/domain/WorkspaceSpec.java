package dev.helium.domain;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a workspace is made of.
 *
 * @param backend the name of the program that makes it
 * @param parameters plain text by field name, as the requester wrote it
 * @param uploads what was uploaded, by field name; the content itself is kept elsewhere, sealed
 * @param labels by which people find it again; kept to the rules of {@link Labels}
 */
public record WorkspaceSpec(
    String backend,
    Map<String, String> parameters,
    Map<String, Digest> uploads,
    Map<String, String> labels) {
  private static final String CLUSTER_STACK = "clusterStack";

  /** Of a name that was never used. */
  static final WorkspaceSpec NONE = new WorkspaceSpec("", Map.of(), Map.of());

  public WorkspaceSpec {
    Objects.requireNonNull(backend, "backend");
    parameters = Map.copyOf(parameters);
    uploads = Map.copyOf(uploads);
    labels = Map.copyOf(labels);
  }

  /** Without labels. */
  public WorkspaceSpec(
      String backend, Map<String, String> parameters, Map<String, Digest> uploads) {
    this(backend, parameters, uploads, Map.of());
  }

  /**
   * The name of the workspace that made the cluster in which this one lives, as the requester wrote
   * it; empty for the default cluster.
   */
  public Optional<String> clusterStack() {
    return Optional.ofNullable(parameters.get(CLUSTER_STACK))
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }
}
