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
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What can be said of clusters to which no kubeconfig leads. A missing file alone proves nothing:
 * somebody may have moved it. A second witness is needed: the workspace that made the cluster is
 * proven gone, or there never was one.
 *
 * <p>What was destroyed without its cluster may have had something in the default one too, which
 * nobody knows of any more when that did not answer: so that one is looked through as well.
 */
final class LostClusters implements Inspector {
  private final Function<WorkspaceId, Tenure> lives;
  private final BooleanSupplier allKnown;
  private final Supplier<Inspector> standing;

  /**
   * @param lives what the log says of a workspace
   * @param allKnown whether every kubeconfig that there is, is known
   * @param standing looks at the default cluster
   */
  LostClusters(
      Function<WorkspaceId, Tenure> lives, BooleanSupplier allKnown, Supplier<Inspector> standing) {
    this.lives = Objects.requireNonNull(lives);
    this.allKnown = Objects.requireNonNull(allKnown);
    this.standing = Objects.requireNonNull(standing);
  }

  @Override
  public Optional<Verdict.Held> held(Candidate candidate) {
    return of(candidate.cluster()) instanceof Verdict.Held held
        ? Optional.of(held)
        : Optional.empty();
  }

  @Override
  public Future<Map<WorkspaceId, Verdict>> inspect(List<Candidate> candidates) {
    Map<WorkspaceId, Verdict> verdicts = new HashMap<>();
    candidates.forEach(candidate -> verdicts.put(candidate.workspace(), of(candidate.cluster())));
    List<Candidate> gone =
        candidates.stream()
            .filter(candidate -> verdicts.get(candidate.workspace()) instanceof Verdict.Gone)
            .toList();
    return gone.isEmpty()
        ? Future.succeededFuture(verdicts)
        : standing
            .get()
            .inspect(gone)
            .map(
                seen -> {
                  seen.forEach(
                      (workspace, verdict) ->
                          verdicts.computeIfPresent(
                              workspace, (ignored, known) -> both(known, verdict)));
                  return verdicts;
                });
  }

  private static Verdict both(Verdict lost, Verdict seen) {
    return switch (seen) {
      case Verdict.Held held -> held;
      case Verdict.Gone(var evidence, var swept, var unlisted) ->
          lost instanceof Verdict.Gone gone
              ? new Verdict.Gone(
                  Stream.concat(
                          gone.evidence().stream(),
                          evidence.stream().map(each -> "in the default cluster " + each))
                      .toList(),
                  swept,
                  unlisted)
              : lost;
    };
  }

  /** What is known of a cluster to which no kubeconfig leads. */
  Verdict of(ClusterName cluster) {
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
