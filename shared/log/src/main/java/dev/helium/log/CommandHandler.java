package dev.helium.log;

import io.vertx.core.Future;

/** Takes the commands of the partitions that this process owns. */
public interface CommandHandler {
  /**
   * Gets ready for a partition; its commands come when this has completed. When it fails it is
   * called again after a pause, for as long as the partition is this process's.
   */
  Future<Void> take(int partition);

  /** Whether commands of the partition can be handled; when not, it has to be taken again. */
  boolean owns(int partition);

  /** From now on the partition belongs to somebody else. */
  void give(int partition);

  /**
   * Called in the order of the partition, with all commands that have come meanwhile; other
   * partitions go on. When it fails the same commands are handed over again after a pause.
   */
  Future<Void> handle(CommandBatch batch);
}
