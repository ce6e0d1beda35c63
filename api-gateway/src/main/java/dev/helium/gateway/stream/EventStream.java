package dev.helium.gateway.stream;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.recent.RecentFeed;
import dev.helium.gateway.workspaces.CaughtUp;
import dev.helium.log.EventArchive;
import dev.helium.service.Health;
import dev.helium.service.ServiceContext;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stream of events of this gateway, from its start to its end. */
public final class EventStream {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final String CHECK = "event streams";
  private static final int RETRY_SECONDS = 2;

  private final Health health;
  private final Vertx vertx;
  private final OpenStream.Surroundings around;
  private final Map<String, Handler<RoutingContext>> operations = new HashMap<>();
  private volatile OpenStream open;
  private volatile boolean closed;

  /**
   * Before the feed begins.
   *
   * @param admit finds out who asks
   */
  public EventStream(
      ServiceContext service,
      StreamSettings settings,
      RecentFeed feed,
      EventArchive archive,
      CaughtUp caughtUp,
      Function<RoutingContext, Future<Identity>> admit,
      InstantSource clock,
      RandomGenerator random) {
    this.vertx = service.vertx();
    this.health = service.health();
    health.expect(CHECK);
    this.around =
        new OpenStream.Surroundings(
            settings,
            feed,
            archive,
            new Places(settings.most(), settings.mostEach()),
            new StreamMeters(service.meters(), service.tracing()),
            clock);
    operations.put("streamEvents", new StreamEvents(this::open, around, caughtUp, admit, random));
    operations.putAll(new PublishedSchemas(vertx).operations());
    around
        .meters()
        .watch(
            around.places()::taken,
            () -> opened().map(OpenStream::catchUps).map(CatchUps::running).orElse(0));
    feed.onNew(ignored -> opened().map(OpenStream::fanout).ifPresent(Fanout::wake));
  }

  /** What answers, by operation id. */
  public Map<String, Handler<RoutingContext>> operations() {
    return Map.copyOf(operations);
  }

  /**
   * Returns at once; there are streams as soon as the feed has begun. The process is not ready
   * before, as an EventSource that is answered with a failure does not come back by itself.
   */
  public void start() {
    around
        .feed()
        .begun()
        .compose(recent -> OpenStream.of(recent, around).start(vertx))
        .onSuccess(
            stream -> {
              open = stream;
              health.ready(CHECK);
            })
        .onFailure(
            failure -> {
              health.notReady(CHECK, "could not be started");
              LOG.atError().setCause(failure).log("there is no stream of events");
            });
  }

  /** Ends all streams with a last comment, so that their clients go elsewhere. */
  public Future<Void> drain() {
    closed = true;
    return opened().map(stream -> stream.fanout().drain()).orElseGet(Future::succeededFuture);
  }

  private Optional<OpenStream> opened() {
    return Optional.ofNullable(open);
  }

  private OpenStream open() {
    return opened()
        .filter(ignored -> !closed)
        .orElseThrow(
            () ->
                Problem.unavailable("There is no stream of events at the moment.", RETRY_SECONDS)
                    .exception());
  }
}
