package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.webhook.WebhookId;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps how far couriers have come, one record of each on its way at a time. What could not be kept
 * is kept with what comes after it. For one event loop.
 */
final class ProgressWriter {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressWriter.class);

  /** That nothing was found takes its time to be kept: every so many rounds. */
  private static final int SELDOM = 60;

  private final KnownWebhooks webhooks;
  private final Set<WebhookId> onTheirWay = new HashSet<>();
  private int rounds;

  ProgressWriter(KnownWebhooks webhooks) {
    this.webhooks = webhooks;
  }

  void round(Collection<Courier> couriers) {
    rounds++;
    boolean all = rounds % SELDOM == 0;
    couriers.stream()
        .filter(courier -> all ? courier.isMoved() : courier.isChanged())
        .filter(courier -> !onTheirWay.contains(courier.webhook().id()))
        .forEach(this::write);
  }

  /** Never fails. */
  Future<Void> write(Courier courier) {
    WebhookId id = courier.webhook().id();
    onTheirWay.add(id);
    return webhooks
        .keep(courier.progress())
        .onComplete(ignored -> onTheirWay.remove(id))
        .recover(
            failure -> {
              courier.changedAgain();
              LOG.atWarn()
                  .addKeyValue("webhook", id)
                  .addKeyValue("failure", failure.toString())
                  .log("how far a webhook has come was not kept and is kept later");
              return Future.succeededFuture();
            });
  }
}
