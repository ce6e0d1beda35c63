package dev.helium.gateway.webhook;

import dev.helium.gateway.http.BodyReader;
import dev.helium.gateway.http.Contract;
import dev.helium.gateway.http.Limits;
import dev.helium.gateway.recent.RecentFeed;
import dev.helium.gateway.webhook.delivery.DeliverySettings;
import dev.helium.gateway.webhook.delivery.WebhookDelivery;
import dev.helium.gateway.webhook.delivery.WebhookSecrets;
import dev.helium.log.LogSettings;
import dev.helium.service.ServiceContext;
import dev.helium.view.WorkspaceViews;
import dev.helium.wire.Sealing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Webhooks as one part of a gateway: what delivers, and what answers operations about it. */
public final class WebhookOperations {
  private final Vertx vertx;
  private final WorkspaceViews views;
  private final WebhookSecrets secrets;
  private final WebhookDelivery delivery;
  private final WebhookSettings settings;
  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * Before the feed begins.
   *
   * @param random as good as secrets are to be
   * @param caughtUp whether the view shows what has happened
   */
  public WebhookOperations(
      ServiceContext service,
      LogSettings log,
      WorkspaceViews views,
      RecentFeed feed,
      Sealing sealing,
      WebhookSettings settings,
      InstantSource clock,
      RandomGenerator random,
      BooleanSupplier caughtUp) {
    this.vertx = service.vertx();
    this.views = views;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.secrets = new WebhookSecrets(sealing, random);
    DeliverySettings how = settings.delivery();
    this.delivery =
        new WebhookDelivery(
            service, log, views, feed, secrets, how, settings.allowed(), clock, random, caughtUp);
    measure(service.meters());
  }

  /** Returns at once; until webhooks are known, their operations answer that they are not. */
  public void start() {
    delivery.start();
  }

  public Future<Void> close() {
    return delivery.close();
  }

  /** By operation id. */
  public Map<String, Handler<RoutingContext>> handlers(Contract contract) {
    WebhookAccess access = new WebhookAccess(delivery);
    Changes changes = new Changes(delivery, settings);
    ReadWebhooks reads = new ReadWebhooks(access, delivery, clock);
    ManageWebhooks manages =
        new ManageWebhooks(
            vertx,
            new BodyReader(vertx, Limits.DEFAULT),
            contract.properties("WebhookRequest"),
            access,
            delivery,
            changes,
            secrets,
            clock,
            random);
    Map<String, Handler<RoutingContext>> handlers = new HashMap<>();
    handlers.put("listWebhooks", reads::list);
    handlers.put("getWebhook", reads::get);
    handlers.put("listDeliveries", reads::deliveries);
    handlers.put("createWebhook", manages::create);
    handlers.put("changeWebhook", manages::change);
    handlers.put("resumeWebhook", manages::resume);
    handlers.put("rotateWebhookSecret", manages::rotate);
    handlers.put("deleteWebhook", manages::delete);
    handlers.put("testWebhook", new TestWebhook(vertx, access, delivery, clock, random));
    handlers.put(
        "redeliverWebhook",
        new RedeliverWebhook(
            vertx, access, delivery, changes, new PastEvents(views, delivery), clock));
    return handlers;
  }

  private void measure(MeterRegistry meters) {
    for (WebhookState state : WebhookState.values()) {
      Gauge.builder("helium.webhooks", () -> count(state))
          .description("Webhooks there are, as every gateway knows them")
          .tag("state", state.word())
          .register(meters);
    }
  }

  private long count(WebhookState state) {
    return delivery.webhooks().all().stream()
        .filter(
            webhook -> WebhookJson.state(webhook, delivery.webhooks().progress(webhook)) == state)
        .count();
  }
}
