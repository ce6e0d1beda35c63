package dev.helium.provisioner.attempt;

import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Which job is next. There is at most one waiting and one running job for a workspace: a newer one
 * takes the place of the one that waits, so the log bounds the schedule. What is due may have to
 * wait although a slot is free, when the slot is left to others.
 */
final class Schedule {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Waiting waiting = new Waiting();
  private final Map<WorkspaceId, Job> running = new HashMap<>();
  private final Turns turns;
  private final Slots slots;
  private final InstantSource clock;
  private volatile boolean severalClusters;
  private boolean closed;

  /**
   * Nothing is wanted yet.
   *
   * @param slots as many as there are callers of {@link #take}
   */
  Schedule(Slots slots, InstantSource clock) {
    this.turns = new Turns(slots);
    this.slots = slots;
    this.clock = clock;
  }

  /**
   * Says that a workspace lives in the cluster, whether or not something is due for it. From the
   * first beside the default cluster on, each leaves slots to the others.
   */
  void knows(ClusterName cluster) {
    if (!cluster.isDefault()) {
      // Nothing more may begin than before, so nobody has to look again.
      severalClusters = true;
    }
  }

  void want(Job job) {
    change(() -> waiting.put(job));
  }

  void forget(WorkspaceId workspace) {
    change(() -> waiting.remove(workspace));
  }

  void done(Job job) {
    change(() -> running.remove(job.workspace().id()));
  }

  void close() {
    change(() -> closed = true);
  }

  /** Waits for the next job that may begin; empty once the schedule is closed. */
  Optional<Job> take() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        Instant now = clock.instant();
        Optional<Job> next = next(now);
        if (next.isPresent()) {
          return next;
        }
        // Whether something changed or time passed, the loop looks again.
        boolean _ = changed.await(quiet(now), TimeUnit.MILLISECONDS);
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Begins the next job that may begin at that time, if there is one. */
  Optional<Job> next(Instant now) {
    lock.lock();
    try {
      Optional<Job> next =
          turns.next(startable().filter(job -> !job.notBefore().isAfter(now)), running.values());
      next.ifPresent(this::begin);
      return next;
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    return count(waiting::size);
  }

  int running() {
    return count(running::size);
  }

  private void begin(Job job) {
    waiting.remove(job.workspace().id());
    running.put(job.workspace().id(), job);
    turns.taken(job, waiting.all());
  }

  /** What may begin as soon as it is due. */
  private Stream<Job> startable() {
    Room room = new Room(slots, severalClusters, running.values());
    return waiting.of(room::has).filter(job -> !running.containsKey(job.workspace().id()));
  }

  /** How long nothing can become due, in milliseconds; room comes with a change. */
  private long quiet(Instant now) {
    return startable()
        .map(Job::notBefore)
        .min(Comparator.naturalOrder())
        .map(next -> Duration.between(now, next).toMillis() + 1)
        .orElse(Long.MAX_VALUE);
  }

  private int count(IntSupplier size) {
    lock.lock();
    try {
      return size.getAsInt();
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
