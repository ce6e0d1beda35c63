package dev.helium.deletion.ledger;

import dev.helium.deletion.tenure.Life;
import dev.helium.deletion.tenure.Lives;
import dev.helium.domain.ClusterName;
import dev.helium.domain.OrphanKind;
import dev.helium.domain.WorkspaceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to be asked about suspects, and how far they are to be believed. Pure. */
final class Doubts {
  /** So many may be missing however few there are. */
  static final int FEW = 3;

  /** One of so many may be missing at once. */
  static final int ONE_OF = 5;

  private Doubts() {}

  /** What each cluster that was looked at is asked anew. */
  static Map<ClusterName, Question> questions(Picture first, List<Suspect> suspects) {
    Map<ClusterName, Question> questions = new HashMap<>();
    first
        .clusters()
        .forEach(
            (cluster, seen) ->
                questions.put(
                    cluster,
                    new Question(
                        of(suspects, cluster, Side.NAMESPACES)
                            .map(Suspect::name)
                            .collect(Collectors.toUnmodifiableSet()),
                        of(suspects, cluster, Side.OBJECTS)
                            .map(suspect -> new WorkspaceId(suspect.workspace()))
                            .collect(Collectors.toUnmodifiableSet()),
                        seen.namespaces().keySet())));
    return questions;
  }

  private static Stream<Suspect> of(List<Suspect> suspects, ClusterName cluster, Side side) {
    return suspects.stream()
        .filter(suspect -> suspect.side() == side && suspect.cluster().equals(cluster));
  }

  /**
   * The clusters of which so many namespaces are missing that another cluster may be the reason, or
   * a backup that was played back: closing or rebuilding them all would make that worse.
   */
  static Set<ClusterName> ofClusters(List<Suspect> suspects, Lives lives) {
    Map<ClusterName, Integer> made = new HashMap<>();
    lives.forEach(
        (ignored, life) -> {
          if (life.stage() == Life.Stage.PROVISIONED) {
            made.merge(new ClusterName(life.cluster()), 1, Integer::sum);
          }
        });
    Map<ClusterName, Integer> missing = new HashMap<>();
    suspects.stream()
        .filter(suspect -> suspect.kind() == OrphanKind.MISSING_NAMESPACE)
        .forEach(suspect -> missing.merge(suspect.cluster(), 1, Integer::sum));
    missing
        .entrySet()
        .removeIf(
            entry ->
                entry.getValue() <= Math.max(FEW, made.getOrDefault(entry.getKey(), 0) / ONE_OF));
    return Set.copyOf(missing.keySet());
  }
}
