package dev.helium.log;

import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Shares the requests with every other process of a group, each partition having one owner. */
public final class RequestSubscription {
  private final SharedReader shared;
  private final DeployedReader reader;

  /**
   * @param unreadable takes what cannot be read
   */
  public RequestSubscription(
      Vertx vertx,
      LogSettings settings,
      String group,
      RequestHandler handler,
      UnreadableHandler unreadable) {
    this.shared =
        new SharedReader(
            settings,
            new GroupShares(group),
            Topics.REQUESTS,
            handler,
            new RequestDecoder(handler, unreadable, new RequestRecords()));
    this.reader = new DeployedReader(vertx, shared);
  }

  /** Those of partitions that are this process's and that are not handled. From any thread. */
  public long lag() {
    return shared.lag();
  }

  /** How long something has waited here without progress. From any thread. */
  public Duration standstill() {
    return shared.standstill();
  }

  /** Completes when the process has asked to be given partitions. */
  public Future<Void> start() {
    return reader.start();
  }

  /** Ends after the requests under way, and gives all partitions back. */
  public Future<Void> close() {
    return reader.close();
  }
}
