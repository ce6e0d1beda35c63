package dev.helium.gateway.webhook;

import dev.helium.domain.WorkspaceId;
import dev.helium.domain.webhook.EventPlaces;
import dev.helium.domain.webhook.Webhook;
import dev.helium.gateway.context.OnContext;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.webhook.delivery.WebhookDelivery;
import dev.helium.log.LogUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Has events of the past delivered once more, of one workspace by their numbers or of a time: those
 * that the webhook wants, after what is waiting already.
 */
final class RedeliverWebhook implements Handler<RoutingContext> {
  private static final int RETRY_SECONDS = 5;

  private final Vertx vertx;
  private final WebhookAccess access;
  private final WebhookDelivery delivery;
  private final Changes changes;
  private final PastEvents past;
  private final InstantSource clock;

  RedeliverWebhook(
      Vertx vertx,
      WebhookAccess access,
      WebhookDelivery delivery,
      Changes changes,
      PastEvents past,
      InstantSource clock) {
    this.vertx = vertx;
    this.access = access;
    this.delivery = delivery;
    this.changes = changes;
    this.past = past;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    Webhook webhook = access.managed(context);
    String by = Authentication.identity(context).name();
    Future<JsonObject> answer =
        wanted(new Query(context.queryParams()), webhook)
            .recover(RedeliverWebhook::unavailable)
            .compose(
                places ->
                    changes
                        .change(webhook.id(), present -> again(present, places, by))
                        .map(changed -> json(changed, places)));
    OnContext.of(vertx, answer)
        .onSuccess(body -> Answers.json(context, 202, body))
        .onFailure(context::fail);
  }

  private Future<List<EventPlaces>> wanted(Query query, Webhook webhook) {
    Optional<String> workspace = query.text("workspace");
    Optional<Instant> from = query.instant("from");
    Optional<Instant> until = query.instant("until");
    Optional<Long> first = query.number("first");
    Optional<Long> last = query.number("last");
    if (workspace.isPresent() == query.text("from").isPresent()) {
      query.broken("from", "must be given, or workspace, and not both");
    }
    if (workspace.isEmpty() && (first.isPresent() || last.isPresent())) {
      query.broken("first", "must be given together with workspace only");
    }
    if (workspace.isPresent() && until.isPresent()) {
      query.broken("until", "must be given together with from only");
    }
    Instant end = until.orElseGet(clock::instant);
    if (from.isPresent() && !from.get().isBefore(end)) {
      query.broken("from", "must lie before until");
    }
    if (first.isPresent() && last.isPresent() && first.get() > last.get()) {
      query.broken("first", "must not lie above last");
    }
    Optional<WorkspaceId> id = workspace.flatMap(name -> id(query, name));
    query.check();
    return id.isPresent()
        ? past.of(webhook.filter(), id.get(), first.orElse(1L), last.orElse(Long.MAX_VALUE - 1))
        : past.between(webhook.filter(), from.orElseThrow(), end);
  }

  private static Optional<WorkspaceId> id(Query query, String name) {
    try {
      return Optional.of(new WorkspaceId(name));
    } catch (IllegalArgumentException notAName) {
      query.broken("workspace", WorkspaceId.RULE);
      return Optional.empty();
    }
  }

  /** One at a time: what is kept has room for the newest only. */
  private Webhook again(Webhook present, List<EventPlaces> places, String by) {
    if (delivery.webhooks().progress(present).redelivery() < present.redelivery().number()) {
      throw Problem.of(ProblemKind.CONFLICT, "The redelivery before this one is still to begin.")
          .exception();
    }
    return present.redelivering(present.redelivery().next(clock.instant(), by, places), by);
  }

  private static JsonObject json(Webhook changed, List<EventPlaces> places) {
    return new JsonObject()
        .put("Redelivery", changed.redelivery().number())
        .put("Events", places.stream().mapToInt(each -> each.offsets().size()).sum());
  }

  private static <T> Future<T> unavailable(Throwable failure) {
    if (failure instanceof LogUnavailableException) {
      ProblemException problem =
          Problem.unavailable("The log cannot be read.", RETRY_SECONDS).exception();
      return Future.failedFuture(problem);
    }
    return Future.failedFuture(failure);
  }
}
