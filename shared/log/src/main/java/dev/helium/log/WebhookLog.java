package dev.helium.log;

import dev.helium.domain.webhook.DeliveryProgress;
import dev.helium.domain.webhook.Webhook;
import dev.helium.domain.webhook.WebhookId;
import dev.helium.wire.Topics;
import dev.helium.wire.WebhookCodec;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Where webhooks and their progress are written: the newest record of each counts. Every append
 * fails after at most 25 s.
 */
public final class WebhookLog {
  private static final WebhookCodec CODEC = new WebhookCodec();

  /** What people want. */
  public static final KeyedTopic<Webhook> WEBHOOKS =
      new KeyedTopic<>(Topics.WEBHOOKS, CODEC::webhook);

  /** How far that has come. */
  public static final KeyedTopic<DeliveryProgress> PROGRESS =
      new KeyedTopic<>(Topics.WEBHOOK_PROGRESS, CODEC::progress);

  private final Appender webhooks;
  private final Appender progress;

  public WebhookLog(Vertx vertx, LogSettings settings) {
    this.webhooks = new Appender(vertx, settings, Topics.WEBHOOKS);
    this.progress = new Appender(vertx, settings, Topics.WEBHOOK_PROGRESS);
  }

  /** Which of the {@link Topics#PARTITIONS} partitions of both topics a webhook is in. */
  public static int partition(WebhookId id) {
    return Partitions.of(id.value());
  }

  /** Completes, with where it stands, when it is safely there. */
  public Future<Place> put(Webhook webhook) {
    return webhooks.place(webhook.id().value(), CODEC.encode(webhook));
  }

  /** Completes when it is safely there. */
  public Future<Void> put(DeliveryProgress newest) {
    return progress.append(newest.id().value(), CODEC.encode(newest));
  }

  /** Completes, with where that stands, when it is safely noted that there is no such webhook. */
  public Future<Place> remove(WebhookId id) {
    return webhooks.placeRemoval(id.value());
  }

  /** The same of how far a webhook had come. */
  public Future<Void> removeProgress(WebhookId id) {
    return progress.remove(id.value());
  }

  public Future<Void> close() {
    return webhooks.close().eventually(progress::close);
  }
}
