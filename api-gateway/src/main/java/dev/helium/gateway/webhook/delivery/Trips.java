package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.webhook.Webhook;
import dev.helium.gateway.context.OnContext;
import dev.helium.gateway.recent.ToldEvent;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes events from where they stand to their receiver. For one event loop. */
final class Trips {
  private static final Logger LOG = LoggerFactory.getLogger(Trips.class);

  private final Parts parts;
  private int underWay;

  Trips(Parts parts) {
    this.parts = parts;
  }

  int underWay() {
    return underWay;
  }

  /** With the first event of a lane. Never fails. */
  Future<Trip> go(Webhook webhook, Lane lane) {
    underWay++;
    int failures = lane.failures();
    return OnContext.of(
            parts.context(),
            parts.source().find(lane.workspace(), lane.first(), webhook.filter().asksForLabels()))
        .compose(found -> send(webhook, found, failures))
        .otherwise(
            failure -> {
              LOG.atWarn()
                  .addKeyValue("webhook", webhook.id())
                  .addKeyValue("failure", failure.toString())
                  .log("an event for a webhook could not be made ready and is tried again");
              return new Trip.NotNow();
            })
        .onComplete(ignored -> underWay--);
  }

  /** The filter may be another than when it was found. */
  private Future<Trip> send(Webhook webhook, Optional<ToldEvent> found, int failures) {
    Optional<Message> wanted =
        found.filter(event -> Filtering.matches(webhook.filter(), event)).map(parts.messages()::of);
    if (wanted.isEmpty()) {
      return Future.succeededFuture(new Trip.NotWanted());
    }
    Message message = wanted.get();
    Instant at = parts.clock().instant();
    long start = System.nanoTime();
    return parts
        .sender()
        .send(webhook, message, failures)
        .map(
            verdict ->
                new Trip.Made(
                    at,
                    message.id(),
                    message.type(),
                    failures + 1,
                    Duration.ofNanos(System.nanoTime() - start),
                    verdict));
  }
}
