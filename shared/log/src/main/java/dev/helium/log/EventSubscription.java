package dev.helium.log;

import dev.helium.wire.Topics;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;

/**
 * Shares the events with every other process of a group, each partition having one owner. Events
 * may come that the owner has read already when it took their partition.
 */
public final class EventSubscription {
  private final Vertx vertx;
  private final SharedReader reader;
  private Future<String> deployment = Future.failedFuture("the subscription was never started");

  /**
   * @param handler takes the events of partitions that are owned
   * @param unreadable takes those that cannot be read
   */
  public EventSubscription(
      Vertx vertx,
      LogSettings settings,
      String group,
      PartitionOwner owner,
      EventHandler handler,
      UnreadableHandler unreadable) {
    this.vertx = vertx;
    this.reader =
        new SharedReader(
            settings,
            group,
            Topics.EVENTS,
            new EventShare(owner, new EventDecoder(handler, unreadable)));
  }

  /** Completes when the process has asked to be given partitions. */
  public Future<Void> start() {
    deployment =
        vertx.deployVerticle(
            reader, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD));
    return deployment.mapEmpty();
  }

  /** Ends after the events under way, and gives all partitions back. */
  public Future<Void> close() {
    return deployment.compose(vertx::undeploy);
  }
}
