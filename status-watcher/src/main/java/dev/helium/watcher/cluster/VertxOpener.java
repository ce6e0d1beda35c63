package dev.helium.watcher.cluster;

import dev.helium.service.Turns;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens and closes on worker threads. */
final class VertxOpener implements Opener {
  private static final Logger LOG = LoggerFactory.getLogger(VertxOpener.class);

  private final Vertx vertx;
  private final Turns turns;
  private final Set<Future<Void>> closing = ConcurrentHashMap.newKeySet();

  VertxOpener(Vertx vertx, Turns turns) {
    this.vertx = vertx;
    this.turns = turns;
  }

  @Override
  public Future<Connection> open(Supplier<Connection> connection) {
    Promise<Connection> opened = Promise.promise();
    vertx
        .executeBlocking(connection::get, false)
        .onComplete((result, failure) -> turns.soon(() -> opened.complete(result, failure)));
    return opened.future();
  }

  @Override
  public void release(Connection connection) {
    Future<Void> closed =
        vertx.executeBlocking(
            () -> {
              connection.close();
              return null;
            },
            false);
    closing.add(closed);
    closed
        .onFailure(
            failure ->
                LOG.atWarn()
                    .addKeyValue("failure", failure.toString())
                    .log("a connection was not closed in order"))
        .onComplete(ignored -> closing.remove(closed));
  }

  /** Completes when everything that was released is closed, in order or not. */
  Future<?> settled() {
    return Future.join(closing.stream().toList()).otherwiseEmpty();
  }
}
