package dev.helium.gateway.webhook;

import dev.helium.domain.webhook.Webhook;
import dev.helium.gateway.context.OnContext;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.webhook.delivery.Message;
import dev.helium.gateway.webhook.delivery.Verdict;
import dev.helium.gateway.webhook.delivery.WebhookDelivery;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Sends one event that says nothing, whatever the state of the webhook, and answers what came of
 * it. It is not tried again.
 */
final class TestWebhook implements Handler<RoutingContext> {
  private static final String TYPE = "dev.helium.webhook.test.v1";
  private static final int AT_ONCE = 8;
  private static final int RETRY_SECONDS = 5;

  private final Vertx vertx;
  private final WebhookAccess access;
  private final WebhookDelivery delivery;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Semaphore places = new Semaphore(AT_ONCE);

  TestWebhook(
      Vertx vertx,
      WebhookAccess access,
      WebhookDelivery delivery,
      InstantSource clock,
      RandomGenerator random) {
    this.vertx = vertx;
    this.access = access;
    this.delivery = delivery;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void handle(RoutingContext context) {
    Webhook webhook = access.managed(context);
    if (!places.tryAcquire()) {
      throw Problem.unavailable("Too many tests are on their way already.", RETRY_SECONDS)
          .exception();
    }
    Message message = message(webhook, Authentication.identity(context).name());
    long start = System.nanoTime();
    OnContext.of(vertx, delivery.sender().send(webhook, message, 0))
        .onComplete(ignored -> places.release())
        .map(verdict -> json(message, verdict, System.nanoTime() - start))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  private Message message(Webhook webhook, String by) {
    String id = "test/" + HexFormat.of().toHexDigits(random.nextLong());
    JsonObject event =
        new JsonObject()
            .put("specversion", "1.0")
            .put("id", id)
            .put("source", "/helium/api-gateway")
            .put("type", TYPE)
            .put("subject", webhook.id().value())
            .put("time", clock.instant().toString())
            .put("datacontenttype", "application/json")
            .put("data", new JsonObject().put("requestedBy", by));
    return new Message(id, TYPE, event.toBuffer());
  }

  private static JsonObject json(Message message, Verdict verdict, long nanoseconds) {
    JsonObject json =
        new JsonObject()
            .put("Event", message.id())
            .put("Milliseconds", TimeUnit.NANOSECONDS.toMillis(nanoseconds));
    return switch (verdict) {
      case Verdict.Delivered(int status) ->
          json.put("Delivered", true).put("Status", status).put("Detail", "It was taken.");
      case Verdict.Gone(int status) ->
          json.put("Delivered", false).put("Status", status).put("Detail", "It wants no more.");
      case Verdict.Failed failed -> {
        if (failed.status() > 0) {
          json.put("Status", failed.status());
        }
        yield json.put("Delivered", false).put("Detail", failed.detail());
      }
    };
  }
}
