package dev.helium.log;

import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * A share of the partitions of a topic, for those who know what its records say from elsewhere and
 * only divide the work: each partition belongs to one process of the group. The topics have to be
 * there.
 */
public final class PartitionShare {
  private final DeployedReader reader;

  /** Of the events. */
  public PartitionShare(Vertx vertx, LogSettings settings, String group, PartitionOwner owner) {
    this(vertx, settings, Topics.EVENTS, group, owner);
  }

  private PartitionShare(
      Vertx vertx, LogSettings settings, String topic, String group, PartitionOwner owner) {
    this.reader =
        new DeployedReader(
            vertx,
            new SharedReader(
                settings,
                new GroupShares(group),
                topic,
                owner,
                (partition, records) -> Future.succeededFuture()));
  }

  /** Of the webhooks, whose records are few: nobody reads what does not concern them. */
  public static PartitionShare ofWebhooks(
      Vertx vertx, LogSettings settings, String group, PartitionOwner owner) {
    return new PartitionShare(vertx, settings, Topics.WEBHOOKS, group, owner);
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
