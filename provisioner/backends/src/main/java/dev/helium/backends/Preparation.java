package dev.helium.backends;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * What a backend gets a run ready from.
 *
 * @param input that was accepted
 * @param kept values of the stack's configuration, as the run before left them in this life of the
 *     workspace; secrets among them
 * @param finished whether a run of this life has come to its end; asking reads the stack's state
 * @param folder of the workspace's owner, where files for the run can be put; they are there when
 *     it runs and go with the owner
 */
public record Preparation(
    WorkspaceFacts workspace,
    BackendInput input,
    Map<String, String> kept,
    BooleanSupplier finished,
    ApiServer apiServer,
    Path folder) {
  public Preparation {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(input, "input");
    kept = Map.copyOf(kept);
    Objects.requireNonNull(finished, "finished");
    Objects.requireNonNull(apiServer, "apiServer");
    Objects.requireNonNull(folder, "folder");
  }
}
