package dev.helium.deletion.proof;

import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * What can be said of clusters to which no kubeconfig leads. A missing file alone proves nothing:
 * somebody may have moved it. A second witness is needed: the workspace that made the cluster is
 * proven gone, or there never was one.
 */
final class LostClusters implements Inspector {
  private final Function<WorkspaceId, Tenure> lives;
  private final BooleanSupplier allKnown;

  /**
   * @param lives what the log says of a workspace
   * @param allKnown whether every kubeconfig that there is, is known
   */
  LostClusters(Function<WorkspaceId, Tenure> lives, BooleanSupplier allKnown) {
    this.lives = Objects.requireNonNull(lives);
    this.allKnown = Objects.requireNonNull(allKnown);
  }

  @Override
  public Optional<Verdict.Held> held(Candidate candidate) {
    return verdict(candidate.cluster()) instanceof Verdict.Held held
        ? Optional.of(held)
        : Optional.empty();
  }

  @Override
  public Future<Map<WorkspaceId, Verdict>> inspect(List<Candidate> candidates) {
    Map<WorkspaceId, Verdict> verdicts = new HashMap<>();
    candidates.forEach(
        candidate -> verdicts.put(candidate.workspace(), verdict(candidate.cluster())));
    return Future.succeededFuture(verdicts);
  }

  private Verdict verdict(ClusterName cluster) {
    if (!allKnown.getAsBoolean()) {
      return new Verdict.Held(
          List.of("it is not known yet how cluster " + cluster + " is reached"));
    }
    Tenure maker = maker(cluster);
    if (maker.stage() != Tenure.Stage.NONE) {
      return new Verdict.Held(
          List.of(
              "cluster "
                  + cluster
                  + " cannot be asked: there is no kubeconfig of it, and the workspace that made it"
                  + " is not deleted"));
    }
    String witnesses =
        maker.incarnation() == 0
            ? "there is no cluster "
                + cluster
                + ": it has no kubeconfig, and no workspace of that name was ever made"
            : "cluster "
                + cluster
                + " is gone: its kubeconfig was removed, and the workspace that made it was deleted"
                + " with a receipt";
    return new Verdict.Gone(List.of(witnesses), List.of(), List.of());
  }

  private Tenure maker(ClusterName cluster) {
    try {
      return lives.apply(new WorkspaceId(cluster.value()));
    } catch (IllegalArgumentException notAWorkspace) {
      return Tenure.NONE;
    }
  }
}
