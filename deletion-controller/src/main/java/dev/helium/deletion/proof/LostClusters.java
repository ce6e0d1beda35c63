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
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What can be said of clusters to which no kubeconfig leads. A missing file alone proves nothing:
 * somebody may have moved it, or the folder may be empty for a moment. A second witness is needed:
 * the workspace that made the cluster is proven gone; where no workspace made it, by the log
 * nothing was ever made in it, or somebody says that it is gone.
 *
 * <p>What was destroyed without its cluster may have had something in the default one too, which
 * nobody knows of any more when that did not answer: so that one is looked through as well.
 */
final class LostClusters implements Inspector {
  private final Function<WorkspaceId, Tenure> lives;
  private final Predicate<ClusterName> used;
  private final BooleanSupplier allKnown;
  private final Predicate<ClusterName> saidGone;
  private final Supplier<Inspector> standing;

  /**
   * @param lives what the log says of a workspace
   * @param used whether by the log something was ever made in a cluster
   * @param allKnown whether every kubeconfig that there is, is known
   * @param saidGone whether somebody says that a cluster is gone
   * @param standing looks at the default cluster
   */
  LostClusters(
      Function<WorkspaceId, Tenure> lives,
      Predicate<ClusterName> used,
      BooleanSupplier allKnown,
      Predicate<ClusterName> saidGone,
      Supplier<Inspector> standing) {
    this.lives = Objects.requireNonNull(lives);
    this.used = Objects.requireNonNull(used);
    this.allKnown = Objects.requireNonNull(allKnown);
    this.saidGone = Objects.requireNonNull(saidGone);
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
    if (maker.incarnation() != 0) {
      return gone(
          "cluster "
              + cluster
              + " is gone: its kubeconfig was removed, and the workspace that made it was deleted"
              + " with a receipt");
    }
    if (saidGone.test(cluster)) {
      return gone(
          "cluster "
              + cluster
              + " is gone: its kubeconfig was removed, and "
              + cluster
              + ".gone was put in its place");
    }
    return used.test(cluster)
        ? new Verdict.Held(
            List.of(
                "cluster "
                    + cluster
                    + " cannot be asked: there is no kubeconfig of it, and workspaces have lived in"
                    + " it; if it is gone, put a file "
                    + cluster
                    + ".gone where its kubeconfig was"))
        : gone(
            "there is no cluster "
                + cluster
                + ": it has no kubeconfig, and no workspace of that name was ever made");
  }

  private static Verdict.Gone gone(String witnesses) {
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
