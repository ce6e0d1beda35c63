package dev.helium.log;

import io.vertx.core.Future;

/** Takes the requests of the partitions that this process owns. */
public interface RequestHandler extends PartitionOwner {
  /**
   * Called in the order of the partition, with all requests that have come meanwhile; other
   * partitions go on. When it fails the same requests are handed over again after a pause.
   */
  Future<Void> handle(RequestBatch batch);
}
