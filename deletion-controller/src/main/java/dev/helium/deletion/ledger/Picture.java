package dev.helium.deletion.ledger;

import dev.helium.domain.ClusterName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What was found at some moment, without the log.
 *
 * @param clusters what was found in each that is known, also in one that did not answer
 * @param stacks the names of those with a state file
 * @param stacksUnseen why these were not looked at; empty when they were
 */
public record Picture(
    Map<ClusterName, ClusterPicture> clusters, Set<String> stacks, String stacksUnseen) {
  private static final String UNKNOWN = "no kubeconfig leads to it";

  public Picture {
    clusters = Map.copyOf(clusters);
    stacks = Set.copyOf(stacks);
    Objects.requireNonNull(stacksUnseen, "stacksUnseen");
  }

  /** The kinds that may not be listed in a cluster. */
  List<String> unlisted(ClusterName cluster) {
    return clusters.containsKey(cluster) ? clusters.get(cluster).objects().unlisted() : List.of();
  }

  boolean shows(Side side, ClusterName cluster) {
    return unseen(side, cluster).isEmpty();
  }

  /** Why a side of a cluster was not looked at; empty when it was. */
  String unseen(Side side, ClusterName cluster) {
    return switch (side) {
      case NAMESPACES, OBJECTS ->
          clusters.containsKey(cluster)
              ? clusters.get(cluster).unseen().getOrDefault(side, "")
              : UNKNOWN;
      case STACKS -> stacksUnseen;
      case LOG -> "";
    };
  }
}
