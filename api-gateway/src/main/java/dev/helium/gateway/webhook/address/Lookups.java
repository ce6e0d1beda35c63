package dev.helium.gateway.webhook.address;

import dev.helium.gateway.context.OnContext;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Looks names up beside the event loops: {@value #AT_ONCE} at once, each name by one thread at
 * most, so that one whose servers are slow holds up nobody else's; {@value #MOST} are taken on.
 */
final class Lookups {
  static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int AT_ONCE = 16;
  private static final int MOST = 256;

  private final Vertx vertx;
  private final HostNames names;
  private final WorkerExecutor threads;
  private final Map<String, Future<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

  Lookups(Vertx vertx, HostNames names) {
    this.vertx = vertx;
    this.names = names;
    this.threads = vertx.createSharedWorkerExecutor("webhook-names", AT_ONCE, 1, TimeUnit.MINUTES);
  }

  /** Fails with a {@link RefusedDestinationException} that says what is wrong. */
  Future<List<InetAddress>> of(String name) {
    Future<List<InetAddress>> lookup = underWay.get(name);
    if (lookup == null) {
      if (underWay.size() >= MOST) {
        return Future.failedFuture(
            new RefusedDestinationException("too many names are being looked up already"));
      }
      Future<List<InetAddress>> begun = threads.executeBlocking(() -> names.resolve(name), false);
      underWay.put(name, begun);
      begun.onComplete(ignored -> underWay.remove(name, begun));
      lookup = begun;
    }
    return OnContext.of(vertx, lookup)
        .timeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            ignored ->
                Future.failedFuture(
                    new RefusedDestinationException(
                        "has a host that cannot be found by its name")));
  }

  Future<Void> close() {
    return threads.close();
  }
}
