package dev.helium.gateway.webhook;

import dev.helium.domain.webhook.Webhook;
import dev.helium.domain.webhook.WebhookId;
import dev.helium.gateway.context.OnContext;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.BodyReader;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.webhook.delivery.WebhookDelivery;
import dev.helium.gateway.webhook.delivery.WebhookSecrets;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes webhooks, changes them, and lets them be no more. */
final class ManageWebhooks {
  private static final Duration OVERLAP = Duration.ofHours(24);
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);
  private static final String PATH = "/v1/api/webhooks/";

  private final Vertx vertx;
  private final BodyReader bodies;
  private final List<String> fields;
  private final WebhookAccess access;
  private final WebhookDelivery delivery;
  private final Changes changes;
  private final WebhookSecrets secrets;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param fields that a webhook may be described by
   * @param random for names
   */
  ManageWebhooks(
      Vertx vertx,
      BodyReader bodies,
      List<String> fields,
      WebhookAccess access,
      WebhookDelivery delivery,
      Changes changes,
      WebhookSecrets secrets,
      InstantSource clock,
      RandomGenerator random) {
    this.vertx = vertx;
    this.bodies = bodies;
    this.fields = List.copyOf(fields);
    this.access = access;
    this.delivery = delivery;
    this.changes = changes;
    this.secrets = secrets;
    this.clock = clock;
    this.random = random;
  }

  void create(RoutingContext context) {
    Identity identity = access.subscriber(context);
    WebhookId id = WebhookId.next(random);
    WebhookSecrets.Fresh secret = secrets.make(id);
    Future<Webhook> made =
        bodies
            .read(context.request())
            .map(body -> new WebhookForm(fields).made(body))
            .compose(changes::reachable)
            .compose(
                terms ->
                    changes.add(
                        Webhook.made(
                            id,
                            identity.name(),
                            terms,
                            secret.sealed(),
                            delivery.now(),
                            clock.instant())));
    answer(
        context,
        made,
        webhook -> {
          context.response().putHeader("location", PATH + webhook.id());
          Answers.json(context, 201, shown(webhook).put("Secret", secret.text()));
        });
  }

  void change(RoutingContext context) {
    Webhook before = access.managed(context);
    String by = Authentication.identity(context).name();
    Future<Webhook> changed =
        bodies
            .read(context.request())
            .map(body -> new WebhookForm(fields).changed(body, before.terms()))
            .compose(changes::reachable)
            .compose(
                terms ->
                    changes.change(
                        before.id(), present -> present.under(terms, clock.instant(), by)));
    answer(context, changed, webhook -> Answers.json(context, 200, shown(webhook)));
  }

  void resume(RoutingContext context) {
    Webhook before = access.managed(context);
    Query query = new Query(context.queryParams());
    boolean skip = query.flag("skip");
    query.check();
    String by = Authentication.identity(context).name();
    answer(
        context,
        changes.change(before.id(), present -> present.resumed(skip, clock.instant(), by)),
        webhook -> Answers.json(context, 200, shown(webhook)));
  }

  void rotate(RoutingContext context) {
    Webhook before = access.managed(context);
    Query query = new Query(context.queryParams());
    Duration overlap = query.duration("overlap", OVERLAP, LONGEST_OVERLAP);
    query.check();
    String by = Authentication.identity(context).name();
    WebhookSecrets.Fresh secret = secrets.make(before.id());
    Instant now = clock.instant();
    answer(
        context,
        changes.change(
            before.id(), present -> present.rotated(secret.sealed(), now.plus(overlap), now, by)),
        webhook -> Answers.json(context, 200, shown(webhook).put("Secret", secret.text())));
  }

  void delete(RoutingContext context) {
    Webhook webhook = access.managed(context);
    answer(
        context,
        changes.remove(webhook.id()),
        ignored -> Answers.json(context, 200, new JsonObject().put("ID", webhook.id().value())));
  }

  private JsonObject shown(Webhook webhook) {
    return new JsonObject()
        .put(
            "Webhook",
            WebhookJson.of(webhook, delivery.webhooks().progress(webhook), true, clock.instant()));
  }

  private <T> void answer(RoutingContext context, Future<T> future, Handler<T> success) {
    OnContext.of(vertx, future).onSuccess(success).onFailure(context::fail);
  }
}
