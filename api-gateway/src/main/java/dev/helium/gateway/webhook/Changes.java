package dev.helium.gateway.webhook;

import dev.helium.domain.FieldError;
import dev.helium.domain.webhook.Webhook;
import dev.helium.domain.webhook.WebhookId;
import dev.helium.domain.webhook.WebhookTerms;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.webhook.address.Destination;
import dev.helium.gateway.webhook.address.RefusedDestinationException;
import dev.helium.gateway.webhook.delivery.WebhookDelivery;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes webhooks, one after the other; each is known here when its future completes. Where two
 * gateways change one webhook in the same moment, the later change counts.
 */
final class Changes {
  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
  private static final int RETRY_SECONDS = 5;

  private final WebhookDelivery delivery;
  private final WebhookSettings settings;
  private final InTurn turns = new InTurn();

  Changes(WebhookDelivery delivery, WebhookSettings settings) {
    this.delivery = delivery;
    this.settings = settings;
  }

  /** A problem when its owner, or everybody together, has too many. */
  Future<Webhook> add(Webhook webhook) {
    return turns.run(
        () -> {
          refuseTooMany(webhook.owner());
          return put(webhook);
        });
  }

  /**
   * @param change of what it is when its turn comes
   */
  Future<Webhook> change(WebhookId id, UnaryOperator<Webhook> change) {
    return turns.run(() -> put(change.apply(present(id))));
  }

  Future<Void> remove(WebhookId id) {
    return turns.run(
        () -> delivery.webhooks().remove(present(id).id()).recover(Changes::unavailable));
  }

  /** A problem when nothing may be posted to where the terms lead. */
  Future<WebhookTerms> reachable(WebhookTerms terms) {
    return delivery
        .destinations()
        .addresses(Destination.parse(terms.url()))
        .map(terms)
        .recover(
            failure ->
                Future.failedFuture(
                    failure instanceof RefusedDestinationException refused
                        ? Problem.invalid(List.of(new FieldError("url", refused.getMessage())))
                            .exception()
                        : failure));
  }

  private Future<Webhook> put(Webhook webhook) {
    return delivery.webhooks().put(webhook).map(webhook).recover(Changes::unavailable);
  }

  private Webhook present(WebhookId id) {
    return delivery
        .webhooks()
        .find(id)
        .orElseThrow(
            () -> Problem.of(ProblemKind.UNKNOWN, "There is no such webhook.").exception());
  }

  private void refuseTooMany(String owner) {
    Collection<Webhook> all = delivery.webhooks().all();
    long own = all.stream().filter(webhook -> webhook.owner().equals(owner)).count();
    if (own >= settings.perOwner()) {
      throw tooMany("You have " + settings.perOwner() + " webhooks, which is the most.");
    }
    if (all.size() >= settings.inAll()) {
      throw tooMany("There are " + settings.inAll() + " webhooks, which is the most.");
    }
  }

  private static ProblemException tooMany(String detail) {
    return Problem.of(ProblemKind.CONFLICT, detail + " Delete one first.").exception();
  }

  private static <T> Future<T> unavailable(Throwable failure) {
    LOG.atWarn().setCause(failure).log("a change of a webhook did not reach the log");
    return Future.failedFuture(
        Problem.unavailable("The log cannot be reached.", RETRY_SECONDS).exception());
  }
}
