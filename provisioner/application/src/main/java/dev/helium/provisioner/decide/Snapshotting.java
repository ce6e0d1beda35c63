package dev.helium.provisioner.decide;

import dev.helium.log.LogUnavailableException;
import dev.helium.log.PartitionSnapshot;
import dev.helium.provisioner.blocking.LogTurns;
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
  private final LogTurns turns;
  private final AtomicInteger appended;
  private final AtomicBoolean running = new AtomicBoolean();

  Snapshotting(OwnedPartition partition, PartitionFold fold, LogTurns turns) {
    this.partition = partition;
    this.fold = fold;
    this.turns = turns;
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
      turns.take(() -> partition.append(snapshot));
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
