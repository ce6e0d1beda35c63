package dev.helium.gateway.workspaces;

import dev.helium.domain.Estimate;
import dev.helium.domain.WorkspaceView;
import dev.helium.view.PastRuns;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Optional;

/** When workspaces that are being created will be ready, in the words of the API. */
public record Estimates(PastRuns runs, InstantSource clock) {
  /** Empty for a workspace that is not being created, and where too little is known to say it. */
  public Future<Optional<JsonObject>> of(WorkspaceView view) {
    return Estimate.isAwaited(view)
        ? runs.of(view.workspace().spec().backend())
            .map(known -> Estimate.of(view, known, clock.instant()).map(Estimates::json))
        : Future.succeededFuture(Optional.empty());
  }

  private static JsonObject json(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Expected expected ->
          new JsonObject()
              .put("Overdue", false)
              .put("Runs", expected.runs())
              .put("Expected", expected.at().toString())
              .put("Earliest", expected.earliest().toString())
              .put("Latest", expected.latest().toString());
      case Estimate.Overdue overdue ->
          new JsonObject()
              .put("Overdue", true)
              .put("Runs", overdue.runs())
              .put("Longest", overdue.longest().toString());
    };
  }
}
