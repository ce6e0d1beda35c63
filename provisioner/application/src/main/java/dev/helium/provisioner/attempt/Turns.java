package dev.helium.provisioner.attempt;

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
 * before creations, but leave them a quarter of what runs.
 */
final class Turns {
  private static final int DELETIONS_TO_ONE_CREATION = 3;

  private final Map<String, Long> lastTurn = new HashMap<>();
  private long turns;

  /** The next of the jobs that are due; empty when there are none. */
  Optional<Job> next(Stream<Job> due, Collection<Job> running) {
    Map<String, Long> underWay = new HashMap<>();
    running.forEach(job -> underWay.merge(user(job), 1L, Long::sum));
    boolean deletionsFirst = prefersDeletions(running);
    return due.min(
        Comparator.comparing((Job job) -> isDeletion(job) != deletionsFirst)
            .thenComparing(job -> underWay.getOrDefault(user(job), 0L))
            .thenComparing(job -> lastTurn.getOrDefault(user(job), 0L))
            .thenComparing(Job::notBefore)
            .thenComparing(job -> job.workspace().id(), Comparator.<WorkspaceId>naturalOrder()));
  }

  /** Counts a turn, and forgets those who want nothing any more. */
  void taken(Job job, Stream<Job> waiting) {
    lastTurn.put(user(job), ++turns);
    if (lastTurn.size() > 1_000) {
      lastTurn.keySet().retainAll(waiting.map(Turns::user).toList());
    }
  }

  private static boolean prefersDeletions(Collection<Job> running) {
    long deletions = running.stream().filter(Turns::isDeletion).count();
    long creations = running.size() - deletions;
    return deletions < DELETIONS_TO_ONE_CREATION * (creations + 1);
  }

  private static boolean isDeletion(Job job) {
    return job.direction() == Direction.DESTROY;
  }

  private static String user(Job job) {
    return job.workspace().createdBy();
  }
}
