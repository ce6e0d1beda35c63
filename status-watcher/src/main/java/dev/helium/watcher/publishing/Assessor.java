package dev.helium.watcher.publishing;

import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.folding.Assessment;
import dev.helium.watcher.folding.Fold;
import dev.helium.watcher.folding.Life;
import dev.helium.watcher.folding.OutOfSight;
import dev.helium.watcher.folding.Settle;
import dev.helium.watcher.folding.Sight;
import dev.helium.watcher.folding.Sights;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be said of a workspace, by what can be seen of it.
 *
 * @param settle how long all must have been fine before a workspace is ready that does not say
 */
record Assessor(Sights sights, Duration settle) {
  /** Empty when nothing may be said. */
  Optional<Assessment> of(WorkspaceId workspace, Watched watched, Instant now) {
    Life life = watched.life();
    ClusterName cluster = life.cluster();
    Said said = watched.said().about(life.incarnation());
    return switch (sights.of(cluster, workspace)) {
      case Sight.NotYet ignored -> Optional.empty();
      case Sight.Clear(var findings) ->
          Optional.of(
              watched.settled(
                  workspace,
                  waysIn(life, said, Fold.of(workspace, life, findings, now)),
                  Settle.of(life.incarnation(), findings, settle),
                  now));
      case Sight.Lost(Instant since) ->
          Optional.of(said.unseen(OutOfSight.lost(cluster, since, said.readiness())));
      case Sight.NoCluster ignored -> Optional.of(said.unseen(OutOfSight.noCluster(cluster)));
    };
  }

  /** They go one by one while it is deleted, which is nobody's concern. */
  private static Assessment waysIn(Life life, Said said, Assessment seen) {
    return life.stage() == Life.Stage.LEAVING
        ? seen.withWaysIn(said.addresses(), said.connections())
        : seen;
  }
}
