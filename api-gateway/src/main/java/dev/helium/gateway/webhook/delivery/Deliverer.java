package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.webhook.Webhook;
import dev.helium.domain.webhook.WebhookId;
import dev.helium.gateway.context.OnContext;
import dev.helium.log.PartitionOwner;
import dev.helium.log.WebhookLog;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Delivers to the webhooks of the partitions that are this process's, on an event loop of its own.
 * Of two processes that both believe a partition to be theirs, both deliver; what either keeps is
 * true of what it has delivered.
 */
final class Deliverer extends VerticleBase implements PartitionOwner {
  private static final Duration LONGEST_END = Duration.ofSeconds(5);
  private static final long LOOK_MILLISECONDS = 20;

  private final KnownWebhooks webhooks;
  private final Function<Context, Parts> make;
  private final ProgressWriter writer;
  private final Map<WebhookId, Courier> couriers = new HashMap<>();
  private final Set<Integer> owned = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean reconciling = new AtomicBoolean();
  private final BitSet fresh = new BitSet();
  private volatile double lagSeconds;
  private volatile boolean stopped;
  private Parts parts;

  /**
   * @param make what couriers share, on the event loop that they are on
   */
  Deliverer(KnownWebhooks webhooks, Function<Context, Parts> make) {
    this.webhooks = webhooks;
    this.make = make;
    this.writer = new ProgressWriter(webhooks);
  }

  @Override
  public Future<?> start() {
    parts = make.apply(context);
    parts
        .meters()
        .show(
            "helium.webhook.lag.seconds",
            "Age of the oldest event that is to be delivered and is not",
            () -> lagSeconds);
    vertx.setPeriodic(parts.settings().writeEvery().toMillis(), ignored -> tick());
    return Future.succeededFuture();
  }

  /** Lets what is on its way end, within 5 s, and keeps how far everything has come. */
  @Override
  public Future<?> stop() {
    stopped = true;
    couriers.values().forEach(Courier::close);
    return idle(System.nanoTime() + LONGEST_END.toNanos())
        .compose(
            ignored ->
                Future.all(
                    couriers.values().stream()
                        .filter(Courier::isMoved)
                        .map(writer::write)
                        .toList()));
  }

  /** Somebody changed a webhook. From any thread. */
  void changed() {
    if (context != null && reconciling.compareAndSet(false, true)) {
      context.runOnContext(
          ignored -> {
            reconciling.set(false);
            reconcile();
          });
    }
  }

  /** There is something new in a partition of the events. From any thread. */
  void fresh(int partition) {
    boolean first;
    synchronized (fresh) {
      first = fresh.isEmpty();
      fresh.set(partition);
    }
    if (first) {
      context.runOnContext(ignored -> wake());
    }
  }

  /** Goes on from what whoever had it before has kept. */
  @Override
  public Future<Void> take(int partition) {
    return OnContext.of(context, webhooks.upToNow())
        .map(
            ignored -> {
              owned.add(partition);
              webhooks.tidy(partition);
              reconcile();
              return null;
            });
  }

  @Override
  public boolean owns(int partition) {
    return owned.contains(partition);
  }

  @Override
  public void give(int partition) {
    owned.remove(partition);
    changed();
  }

  private void wake() {
    BitSet partitions;
    synchronized (fresh) {
      partitions = (BitSet) fresh.clone();
      fresh.clear();
    }
    couriers.values().forEach(courier -> courier.wake(partitions));
  }

  private void reconcile() {
    if (stopped || !webhooks.isRead()) {
      return;
    }
    for (Courier courier : List.copyOf(couriers.values())) {
      WebhookId id = courier.webhook().id();
      if (webhooks.find(id).isEmpty()) {
        courier.close();
        couriers.remove(id);
        webhooks.forget(id);
      } else if (!owns(WebhookLog.partition(id))) {
        courier.close();
        couriers.remove(id);
        writer.write(courier);
      }
    }
    webhooks.all().stream()
        .filter(webhook -> owns(WebhookLog.partition(webhook.id())))
        .forEach(this::deliverTo);
  }

  private void deliverTo(Webhook webhook) {
    Courier courier = couriers.get(webhook.id());
    if (courier == null) {
      couriers.put(webhook.id(), new Courier(parts, webhook, webhooks.progress(webhook)));
    } else if (!courier.webhook().equals(webhook)) {
      courier.define(webhook);
    }
  }

  private void tick() {
    Instant now = parts.clock().instant();
    Duration longest = Duration.ZERO;
    for (Courier courier : couriers.values()) {
      Duration lag = courier.lag(now);
      longest = lag.compareTo(longest) > 0 ? lag : longest;
    }
    lagSeconds = longest.toMillis() / 1_000.0;
    writer.round(couriers.values());
  }

  private Future<Void> idle(long deadline) {
    if (couriers.values().stream().noneMatch(Courier::isBusy) || System.nanoTime() - deadline > 0) {
      return Future.succeededFuture();
    }
    return vertx.timer(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS).compose(ignored -> idle(deadline));
  }
}
