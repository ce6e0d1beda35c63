package dev.helium.provisioner.attempt;

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
 * takes the place of the one that waits, so the log bounds the schedule.
 */
final class Schedule {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<WorkspaceId, Job> waiting = new HashMap<>();
  private final Map<WorkspaceId, Job> running = new HashMap<>();
  private final Turns turns = new Turns();
  private final InstantSource clock;
  private boolean closed;

  Schedule(InstantSource clock) {
    this.clock = clock;
  }

  void want(Job job) {
    change(() -> waiting.put(job.workspace().id(), job));
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

  /** Waits for the next job that is due; empty once the schedule is closed. */
  Optional<Job> take() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        Instant now = clock.instant();
        Optional<Job> due =
            turns.next(startable().filter(job -> !job.notBefore().isAfter(now)), running.values());
        if (due.isPresent()) {
          WorkspaceId workspace = due.get().workspace().id();
          waiting.remove(workspace);
          running.put(workspace, due.get());
          turns.taken(due.get(), waiting.values().stream());
          return due;
        }
        // Whether something changed or time passed, the loop looks again.
        boolean _ = changed.await(quiet(now), TimeUnit.MILLISECONDS);
      }
      return Optional.empty();
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

  private Stream<Job> startable() {
    return waiting.values().stream().filter(job -> !running.containsKey(job.workspace().id()));
  }

  /** How long nothing can become due, in milliseconds. */
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
