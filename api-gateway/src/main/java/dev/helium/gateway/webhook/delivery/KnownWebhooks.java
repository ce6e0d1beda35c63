package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.webhook.DeliveryProgress;
import dev.helium.domain.webhook.Webhook;
import dev.helium.domain.webhook.WebhookId;
import dev.helium.log.KeyedFollower;
import dev.helium.log.LogSettings;
import dev.helium.log.WebhookLog;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** All webhooks and how far each has come, as every gateway knows them, and where they are kept. */
public final class KnownWebhooks {
  private static final long LONGEST_SECONDS = 15;

  private final WebhookLog log;
  private final KeyedFollower<Webhook> webhooks;
  private final KeyedFollower<DeliveryProgress> progress;

  /**
   * @param changed called when people changed a webhook; has to return at once
   */
  KnownWebhooks(Vertx vertx, LogSettings settings, Runnable changed) {
    this.log = new WebhookLog(vertx, settings);
    this.webhooks = new KeyedFollower<>(vertx, settings, WebhookLog.WEBHOOKS, changed);
    this.progress = new KeyedFollower<>(vertx, settings, WebhookLog.PROGRESS, () -> {});
  }

  void start() {
    webhooks.start();
    progress.start();
  }

  /** Whether what was kept has been read to its end. */
  public boolean isRead() {
    return webhooks.records().isPresent() && progress.records().isPresent();
  }

  public Optional<Webhook> find(WebhookId id) {
    return webhooks.find(id.value());
  }

  public Collection<Webhook> all() {
    return webhooks.records().orElse(Map.of()).values();
  }

  /** How far a webhook has come; at most a second or so ago. */
  public DeliveryProgress progress(Webhook webhook) {
    return progress
        .find(webhook.id().value())
        .filter(kept -> kept.next().size() == Topics.PARTITIONS)
        .orElseGet(() -> DeliveryProgress.none(webhook));
  }

  /** Completes when it is kept and known here; when that fails, nobody knows whether it is. */
  public Future<Void> put(Webhook webhook) {
    return log.put(webhook).compose(webhooks::reached).timeout(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  /** The same for one that is to be no more. */
  public Future<Void> remove(WebhookId id) {
    return log.remove(id).compose(webhooks::reached).timeout(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  Future<Void> keep(DeliveryProgress newest) {
    return log.put(newest);
  }

  /** Removes how far webhooks of a partition had come that are no more. */
  void tidy(int partition) {
    progress.records().orElse(Map.of()).values().stream()
        .map(DeliveryProgress::id)
        .filter(id -> WebhookLog.partition(id) == partition && find(id).isEmpty())
        .forEach(log::removeProgress);
  }

  Future<Void> forget(WebhookId id) {
    return log.removeProgress(id);
  }

  /** Completes when all that was kept until now is known here. */
  Future<Void> upToNow() {
    return Future.all(webhooks.upToNow(), progress.upToNow())
        .<Void>mapEmpty()
        .timeout(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  Future<Void> close() {
    return webhooks.close().eventually(progress::close).eventually(log::close);
  }
}
