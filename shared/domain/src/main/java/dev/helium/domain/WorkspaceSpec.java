package dev.helium.domain;

import java.util.Map;
import java.util.Objects;

/**
 * What a workspace is made of.
 *
 * @param backend the name of the program that makes it
 * @param parameters plain text by field name, as the requester wrote it
 * @param uploads what was uploaded, by field name; the content itself is kept elsewhere, sealed
 */
public record WorkspaceSpec(
    String backend, Map<String, String> parameters, Map<String, Digest> uploads) {
  /** Of a name that was never used. */
  static final WorkspaceSpec NONE = new WorkspaceSpec("", Map.of(), Map.of());

  public WorkspaceSpec {
    Objects.requireNonNull(backend, "backend");
    parameters = Map.copyOf(parameters);
    uploads = Map.copyOf(uploads);
  }
}
