package dev.helium.gateway.webhook.delivery;

import dev.helium.gateway.recent.Besides;
import dev.helium.gateway.recent.Position;
import dev.helium.gateway.recent.Recent;
import dev.helium.gateway.recent.RecentFeed;
import dev.helium.gateway.webhook.address.AllowedInside;
import dev.helium.gateway.webhook.address.Destinations;
import dev.helium.gateway.webhook.address.HostNames;
import dev.helium.log.EventArchive;
import dev.helium.log.LogSettings;
import dev.helium.log.PartitionShare;
import dev.helium.service.ServiceContext;
import dev.helium.view.WorkspaceViews;
import dev.helium.wire.Topics;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that delivers in one process, put together. It starts by and by, as soon as there is a log
 * and the view has caught up with it; what it is asked meanwhile it does not know.
 */
public final class WebhookDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivery.class);
  private static final String GROUP = "webhook-deliverer";
  private static final long LOOK_MILLISECONDS = 200;

  private final Vertx vertx;
  private final RecentFeed feed;
  private final KnownWebhooks webhooks;
  private final EventArchive archive;
  private final Destinations destinations;
  private final Filtering filtering;
  private final Poster poster;
  private final Sender sender;
  private final Deliverer deliverer;
  private final PartitionShare share;
  private volatile Future<String> deployment = Future.failedFuture("never started");
  private volatile Recent recent;
  private volatile boolean sharing;
  private volatile boolean closed;

  /**
   * Before the feed begins.
   *
   * @param secrets of the webhooks
   * @param allowed inside
   * @param random for pauses
   * @param caughtUp whether the view shows what has happened
   */
  public WebhookDelivery(
      ServiceContext service,
      LogSettings log,
      WorkspaceViews views,
      RecentFeed feed,
      WebhookSecrets secrets,
      DeliverySettings settings,
      AllowedInside allowed,
      InstantSource clock,
      RandomGenerator random,
      BooleanSupplier caughtUp) {
    this.vertx = service.vertx();
    this.feed = feed;
    this.webhooks = new KnownWebhooks(vertx, log, this::changed);
    this.archive = new EventArchive(vertx, log, "webhook-archive");
    this.destinations = new Destinations(vertx, allowed, HostNames.ofTheSystem());
    Besides besides = new Besides(views, archive, caughtUp);
    this.filtering = new Filtering(besides);
    this.poster = new Poster(vertx, settings, new HttpClientOptions());
    this.sender = new Sender(destinations, secrets, poster, settings, clock);
    EventMessages messages = new EventMessages(settings.largestBody());
    DeliveryMeters meters = new DeliveryMeters(service.meters());
    this.deliverer =
        new Deliverer(
            webhooks,
            context ->
                new Parts(
                    vertx,
                    context,
                    new EventSource(recent.events(), archive, besides, filtering),
                    messages,
                    sender,
                    settings,
                    meters,
                    clock,
                    random));
    this.share = PartitionShare.ofWebhooks(vertx, log, GROUP, deliverer);
    feed.onNew(this::fresh);
  }

  public KnownWebhooks webhooks() {
    return webhooks;
  }

  public Sender sender() {
    return sender;
  }

  public Destinations destinations() {
    return destinations;
  }

  public EventArchive archive() {
    return archive;
  }

  public Filtering filtering() {
    return filtering;
  }

  /** Whether webhooks and the newest events are known here. */
  public boolean isReady() {
    return recent != null && webhooks.isRead();
  }

  /** The first offset of each partition of the events that this gateway does not show yet. */
  public List<Long> now() {
    Position newest = recent.events().newest().position();
    return IntStream.range(0, Topics.PARTITIONS).mapToObj(newest::next).toList();
  }

  /** Returns at once. */
  public void start() {
    webhooks.start();
    feed.begun()
        .onSuccess(
            kept -> {
              recent = kept;
              deploy();
            });
  }

  /** Ends what is on its way, keeps how far everything has come, and leaves it to others. */
  public Future<Void> close() {
    closed = true;
    return deployment
        .compose(vertx::undeploy)
        .eventually(() -> sharing ? share.close() : Future.succeededFuture())
        .eventually(webhooks::close)
        .eventually(poster::close)
        .eventually(destinations::close)
        .eventually(archive::close)
        .otherwiseEmpty();
  }

  private void deploy() {
    if (closed) {
      return;
    }
    deployment = vertx.deployVerticle(deliverer);
    deployment
        .onSuccess(ignored -> join())
        .onFailure(failure -> LOG.atError().setCause(failure).log("nothing can be delivered"));
  }

  /** Takes part once there is something to go by. */
  private void join() {
    if (closed) {
      return;
    }
    if (!webhooks.isRead()) {
      vertx.timer(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS).onSuccess(ignored -> join());
      return;
    }
    sharing = true;
    share
        .start()
        .onFailure(failure -> LOG.atError().setCause(failure).log("webhooks cannot be shared"));
  }

  /** Whoever is not there yet looks at everything when they come. */
  private void fresh(int partition) {
    if (deployment.succeeded()) {
      deliverer.fresh(partition);
    }
  }

  private void changed() {
    if (deployment.succeeded()) {
      deliverer.changed();
    }
  }
}
