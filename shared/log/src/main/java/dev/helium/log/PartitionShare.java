package dev.helium.log;

import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * A share of the partitions of the events, for those who know what the events say from elsewhere
 * and only divide the work: each partition belongs to one process of the group. The topics have to
 * be there.
 */
public final class PartitionShare {
  private final DeployedReader reader;

  public PartitionShare(Vertx vertx, LogSettings settings, String group, PartitionOwner owner) {
    this.reader =
        new DeployedReader(
            vertx,
            new SharedReader(
                settings,
                group,
                Topics.EVENTS,
                owner,
                (partition, records) -> Future.succeededFuture()));
  }

  /** Completes when the process has asked to be given partitions. */
  public Future<Void> start() {
    return reader.start();
  }

  /** Gives all partitions back. */
  public Future<Void> close() {
    return reader.close();
  }
}
