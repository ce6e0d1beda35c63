package dev.helium.provisioner.attempt;

import dev.helium.provisioner.metrics.Direction;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** What may begin beside what runs. */
final class Room {
  private final Slots slots;
  private final boolean severalClusters;
  private final List<Kind> running;

  Room(Slots slots, boolean severalClusters, Collection<Job> running) {
    this.slots = slots;
    this.severalClusters = severalClusters;
    this.running = running.stream().map(Kind::of).toList();
  }

  /** True when one more of the kind leaves to others what is theirs. */
  boolean has(Kind kind) {
    return switch (kind.direction()) {
      case APPLY -> hasInCluster(kind);
      case DESTROY -> hasInCluster(kind) && hasForDeletion(kind);
    };
  }

  private boolean hasInCluster(Kind kind) {
    return !severalClusters
        || count(other -> other.cluster().equals(kind.cluster())) < slots.ofOneCluster();
  }

  private boolean hasForDeletion(Kind deletion) {
    return count(other -> other.direction() == Direction.DESTROY) < slots.deletions()
        && (!severalClusters || count(deletion::equals) < slots.deletionsOfOneCluster());
  }

  private long count(Predicate<Kind> which) {
    return running.stream().filter(which).count();
  }
}
