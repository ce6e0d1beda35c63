package dev.helium.deletion.proof;

import dev.helium.domain.WorkspaceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What one look at the objects of one kind found.
 *
 * @param outcome whether the kind could be looked at
 * @param objects of each workspace that has any left, as {@code Kind/name} and its namespace
 */
public record Leftovers(String kind, Outcome outcome, Map<WorkspaceId, Set<String>> objects) {
  private static final int MOST_NAMED = 3;

  /** Whether a kind could be looked at. */
  public enum Outcome {
    LOOKED_AT,
    /** The cluster does not know the kind, so there is nothing of it. */
    UNKNOWN_KIND,
    /** Helium may not look at it. */
    FORBIDDEN
  }

  public Leftovers {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(outcome, "outcome");
    objects = Map.copyOf(objects);
  }

  /**
   * The verdicts about workspaces whose namespaces are not in the way.
   *
   * @param cleared what was found out about the namespace of each
   */
  public static Map<WorkspaceId, Verdict> verdicts(
      Map<WorkspaceId, String> cleared, List<Leftovers> looks) {
    List<String> lookedAt = kinds(looks, Outcome.LOOKED_AT);
    List<String> forbidden = kinds(looks, Outcome.FORBIDDEN);
    Map<WorkspaceId, Verdict> verdicts = new HashMap<>();
    cleared.forEach(
        (workspace, evidence) -> {
          List<String> left = left(workspace, looks);
          verdicts.put(
              workspace,
              left.isEmpty()
                  ? new Verdict.Gone(
                      List.of(evidence, swept(workspace, lookedAt)), lookedAt, forbidden)
                  : new Verdict.Held(left));
        });
    return verdicts;
  }

  private static List<String> kinds(List<Leftovers> looks, Outcome outcome) {
    return looks.stream()
        .filter(look -> look.outcome() == outcome)
        .map(Leftovers::kind)
        .sorted()
        .toList();
  }

  private static List<String> left(WorkspaceId workspace, List<Leftovers> looks) {
    return looks.stream()
        .filter(look -> look.objects().containsKey(workspace))
        .map(look -> sentence(look.objects().get(workspace)))
        .toList();
  }

  private static String sentence(Set<String> objects) {
    String named = String.join(", ", objects.stream().sorted().limit(MOST_NAMED).toList());
    int more = objects.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more are left" : named + " left";
  }

  /** The kinds that may not be listed stand beside the evidence, and not in it. */
  private static String swept(WorkspaceId workspace, List<String> lookedAt) {
    return "nothing in the cluster carries the label helium.dev/workspace="
        + workspace
        + "; "
        + lookedAt.size()
        + " kinds were looked through";
  }
}
