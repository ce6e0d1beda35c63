package dev.helium.gateway.workspaces;

import dev.helium.domain.Lifecycle;
import dev.helium.domain.Progress;
import dev.helium.domain.WorkspaceView;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** How many pods are ready, in the words of the API. */
public final class ProgressJson {
  private ProgressJson() {}

  /** Empty where nobody has counted, and once it is being deleted: then it only falls apart. */
  public static Optional<JsonObject> of(WorkspaceView view) {
    Progress progress = view.timeline().progress();
    return isBuiltUp(view.workspace().lifecycle()) && progress.wanted() > 0
        ? Optional.of(
            new JsonObject()
                .put("Ready", progress.ready())
                .put("Wanted", progress.wanted())
                .put("Slowest", progress.slowest()))
        : Optional.empty();
  }

  private static boolean isBuiltUp(Lifecycle lifecycle) {
    return switch (lifecycle) {
      case Lifecycle.Absent ignored -> false;
      case Lifecycle.Provisioning ignored -> true;
      case Lifecycle.Provisioned ignored -> true;
      case Lifecycle.ProvisioningFailed ignored -> true;
      case Lifecycle.Destroying ignored -> false;
      case Lifecycle.DestroyFailed ignored -> false;
      case Lifecycle.Destroyed ignored -> false;
      case Lifecycle.Deleted ignored -> false;
    };
  }
}
