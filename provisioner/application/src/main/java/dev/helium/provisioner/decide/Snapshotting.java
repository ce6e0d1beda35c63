package dev.helium.provisioner.decide;

import dev.helium.log.LogUnavailableException;
import dev.helium.log.PartitionSnapshot;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what a partition's events come to, each time {@value #EVENTS} have been appended, so
 * that nobody has to read much more than that.
 */
final class Snapshotting {
  static final int EVENTS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Snapshotting.class);

  private final OwnedPartition partition;
  private final PartitionFold fold;
  private final Turn turn;
  private final AtomicInteger appended;
  private final AtomicBoolean running = new AtomicBoolean();

  /** Lets something use the partition's log while nobody else does. */
  @FunctionalInterface
  interface Turn {
    void take(Work work) throws LogUnavailableException;
  }

  /** What uses the log. */
  @FunctionalInterface
  interface Work {
    void run() throws LogUnavailableException;
  }

  Snapshotting(OwnedPartition partition, PartitionFold fold, Turn turn) {
    this.partition = partition;
    this.fold = fold;
    this.turn = turn;
    this.appended = new AtomicInteger(fold.read());
  }

  void appended(int events) {
    if (appended.addAndGet(events) >= EVENTS) {
      consider();
    }
  }

  /** Writes a snapshot, on a thread of its own, if there is enough to write and none under way. */
  void consider() {
    if (appended.get() >= EVENTS && running.compareAndSet(false, true)) {
      Thread.ofVirtual().name("snapshot-" + partition.number()).start(this::write);
    }
  }

  /** Events are read without holding anybody up; only the writing takes a turn. */
  private void write() {
    try {
      appended.set(0);
      partition.replay(fold);
      PartitionSnapshot snapshot = fold.snapshot(partition.fence());
      turn.take(() -> partition.append(snapshot));
      LOG.atDebug()
          .addKeyValue("partition", partition.number())
          .addKeyValue("next", snapshot.next())
          .addKeyValue("workspaces", snapshot.workspaces().size())
          .log("wrote a snapshot");
    } catch (LogUnavailableException unavailable) {
      // The ownership is over, or the next snapshot says what this one would have said.
      LOG.atWarn()
          .addKeyValue("partition", partition.number())
          .addKeyValue("reason", unavailable.getMessage())
          .log("a snapshot could not be written");
    } finally {
      running.set(false);
    }
  }
}
