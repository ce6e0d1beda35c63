package dev.helium.log;

import io.vertx.core.Future;

/** Takes the commands of the partitions that this process owns. */
public interface CommandHandler extends PartitionOwner {
  /**
   * Called in the order of the partition, with all commands that have come meanwhile; other
   * partitions go on. When it fails the same commands are handed over again after a pause.
   */
  Future<Void> handle(CommandBatch batch);
}
