package dev.helium.provisioner.attempt;

import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.metrics.Direction;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose turn it is. Those who have the least under way come first, then those who have waited the
 * longest since their last turn; so nobody who asks for much keeps the others waiting. Deletions go
 * before creations, but after three of them it is a creation's turn, unless its cluster has its
 * share of creations under way.
 */
final class Turns {
  private static final int DELETIONS_TO_ONE_CREATION = 3;

  private final Map<String, Long> lastTurn = new HashMap<>();
  private final Slots slots;
  private long turns;
  private long deletionsInARow;

  Turns(Slots slots) {
    this.slots = slots;
  }

  /** The next of the jobs that are due; empty when there are none. */
  Optional<Job> next(Stream<Job> due, Collection<Job> running) {
    Map<String, Long> underWay = new HashMap<>();
    Map<ClusterName, Long> creations = new HashMap<>();
    for (Job job : running) {
      underWay.merge(user(job), 1L, Long::sum);
      if (!isDeletion(job)) {
        creations.merge(Kind.of(job).cluster(), 1L, Long::sum);
      }
    }
    return due.min(
        Comparator.comparing((Job job) -> precedence(job, creations))
            .thenComparing(job -> underWay.getOrDefault(user(job), 0L))
            .thenComparing(job -> lastTurn.getOrDefault(user(job), 0L))
            .thenComparing(Job::notBefore)
            .thenComparing(job -> job.workspace().id(), Comparator.<WorkspaceId>naturalOrder()));
  }

  /** Counts a turn, and forgets those who want nothing any more. */
  void taken(Job job, Stream<Job> waiting) {
    deletionsInARow = isDeletion(job) ? deletionsInARow + 1 : 0;
    lastTurn.put(user(job), ++turns);
    if (lastTurn.size() > 1_000) {
      lastTurn.keySet().retainAll(waiting.map(Turns::user).toList());
    }
  }

  private Precedence precedence(Job job, Map<ClusterName, Long> creations) {
    if (isDeletion(job)) {
      return Precedence.DELETION;
    }
    return deletionsInARow >= DELETIONS_TO_ONE_CREATION
            && creations.getOrDefault(Kind.of(job).cluster(), 0L) < slots.creations()
        ? Precedence.CREATION_WHOSE_TURN_IT_IS
        : Precedence.CREATION;
  }

  private static boolean isDeletion(Job job) {
    return job.direction() == Direction.DESTROY;
  }

  private static String user(Job job) {
    return job.workspace().createdBy();
  }

  /** What goes first, in this order. */
  private enum Precedence {
    CREATION_WHOSE_TURN_IT_IS,
    DELETION,
    CREATION
  }
}
