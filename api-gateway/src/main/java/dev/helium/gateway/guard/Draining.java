package dev.helium.gateway.guard;

import dev.helium.service.Health;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The beginning of the end: {@code /readyz} says it first, so that balancers send new requests
 * elsewhere while all is still answered, and every answer from then on asks its client to connect
 * anew.
 */
public final class Draining implements Handler<RoutingContext> {
  static final String CHECK = "http";

  private final Vertx vertx;
  private final Health health;
  private final Duration notice;
  private volatile boolean begun;

  /**
   * @param notice between the word that it ends and the end of taking connections
   */
  public Draining(Vertx vertx, Health health, Duration notice) {
    this.vertx = vertx;
    this.health = health;
    this.notice = notice;
    health.expect(CHECK);
  }

  /** Says that connections are taken. */
  public void listening() {
    health.ready(CHECK);
  }

  /** Completes when those who look at the health have had their time. */
  public Future<Void> announce() {
    begun = true;
    health.notReady(CHECK, "draining");
    return notice.isZero()
        ? Future.succeededFuture()
        : vertx.timer(notice.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void handle(RoutingContext context) {
    context.addHeadersEndHandler(
        ignored -> {
          if (begun) {
            context.response().putHeader("connection", "close");
          }
        });
    context.next();
  }
}
