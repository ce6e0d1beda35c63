package dev.helium.gateway.stream;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.recent.Position;
import dev.helium.gateway.recent.RecentEvents;
import dev.helium.gateway.workspaces.CaughtUp;
import dev.helium.log.EventBounds;
import dev.helium.log.LogUnavailableException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with the events as they come, from wherever somebody wants to begin. */
final class StreamEvents implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(StreamEvents.class);
  private static final int RETRY_SECONDS = 5;

  /** Apart from each other, so that those who were ended together do not come back together. */
  private static final int SHORTEST_RETRY_MILLISECONDS = 1_000;

  private static final int LONGEST_RETRY_MILLISECONDS = 5_000;

  private final Supplier<OpenStream> stream;
  private final OpenStream.Surroundings around;
  private final CaughtUp caughtUp;
  private final Function<RoutingContext, Future<Identity>> admit;
  private final RandomGenerator random;

  /**
   * @param stream throws a problem while there is none
   * @param admit finds out who asks
   */
  StreamEvents(
      Supplier<OpenStream> stream,
      OpenStream.Surroundings around,
      CaughtUp caughtUp,
      Function<RoutingContext, Future<Identity>> admit,
      RandomGenerator random) {
    this.stream = stream;
    this.around = around;
    this.caughtUp = caughtUp;
    this.admit = admit;
    this.random = random;
  }

  @Override
  public void handle(RoutingContext context) {
    OpenStream open = stream.get();
    caughtUp.require();
    StreamQuery query =
        StreamQuery.read(
            context.request(), context.queryParams(), open.format(), around.clock().instant());
    Permit permit = new Permit(Authentication.identity(context));
    around.places().take(permit.identity().name());
    start(open, query.start())
        .recover(StreamEvents::unavailable)
        .onSuccess(position -> begin(context, open, query.filter(), permit, position))
        .onFailure(failure -> refuse(context, permit, failure));
  }

  private Future<Position> start(OpenStream open, StreamStart start) {
    return switch (start) {
      case StreamStart.Now ignored -> Future.succeededFuture(open.recent().newest().position());
      case StreamStart.Beginning ignored ->
          around.feed().pages().bounds().map(bounds -> Position.of(bounds.beginnings()));
      case StreamStart.Since since -> around.archive().firstAt(since.instant()).map(Position::of);
      case StreamStart.After(Position position) -> after(open, position);
    };
  }

  /** Most come back to where this gateway still knows its way; the others are looked up. */
  private Future<Position> after(OpenStream open, Position position) {
    RecentEvents recent = open.recent();
    return position.covers(recent.oldest().position())
            && recent.newest().position().covers(position)
        ? Future.succeededFuture(position)
        : around.feed().pages().bounds().map(bounds -> checked(position, bounds));
  }

  private static Position checked(Position position, EventBounds bounds) {
    if (!position.covers(Position.of(bounds.beginnings()))) {
      throw gone("What follows this id is not in the log any more.");
    }
    if (!Position.of(bounds.ends()).covers(position)) {
      throw gone("The log does not go as far as this id.");
    }
    return position;
  }

  private static RuntimeException gone(String why) {
    return Problem.of(
            ProblemKind.GONE,
            why + " Begin with from=beginning, with an instant, or with from=now.")
        .exception();
  }

  private void begin(
      RoutingContext context,
      OpenStream open,
      EventFilter filter,
      Permit permit,
      Position position) {
    boolean behind = !position.covers(open.recent().begin(filter.labels().asks()));
    if (behind && !open.catchUps().reserve()) {
      refuse(
          context,
          permit,
          Problem.unavailable("Too many streams catch up with the log already.", RETRY_SECONDS)
              .exception());
      return;
    }
    HttpServerResponse response = context.response();
    response
        .putHeader("content-type", SseText.MEDIA_TYPE)
        // Proxies that gather an answer before they pass it on are asked not to.
        .putHeader("x-accel-buffering", "no")
        .setChunked(context.request().version() != HttpVersion.HTTP_1_0);
    Subscriber subscriber =
        new Subscriber(
            response, context.request().connection(), permit, admission(context), filter, position);
    Fanout fanout = open.fanout();
    context.addEndHandler(ignored -> fanout.gone(subscriber));
    fanout.join(
        subscriber,
        open.text().beginning(position, retry()),
        () -> feed(open, subscriber, position, behind));
  }

  /** On the thread of the request, whose headers say it. */
  private Admission admission(RoutingContext request) {
    Context own = request.vertx().getOrCreateContext();
    return () -> {
      Promise<Identity> promise = Promise.promise();
      own.runOnContext(
          ignored ->
              Future.succeededFuture().compose(begun -> admit.apply(request)).onComplete(promise));
      return promise.future();
    };
  }

  private static void feed(
      OpenStream open, Subscriber subscriber, Position position, boolean behind) {
    if (behind) {
      open.catchUps().begin(subscriber);
      return;
    }
    open.fanout()
        .goLive(subscriber, position)
        .onSuccess(
            live -> {
              if (!live && !open.catchUps().tryToBegin(subscriber)) {
                open.fanout().end(subscriber, EndReason.SLOW);
              }
            })
        .onFailure(ended -> LOG.atDebug().setCause(ended).log("a stream ended as it began"));
  }

  private Duration retry() {
    return Duration.ofMillis(
        random.nextInt(SHORTEST_RETRY_MILLISECONDS, LONGEST_RETRY_MILLISECONDS));
  }

  private void refuse(RoutingContext context, Permit permit, Throwable failure) {
    around.places().give(permit.identity().name());
    context.fail(failure);
  }

  private static <T> Future<T> unavailable(Throwable failure) {
    if (failure instanceof LogUnavailableException) {
      LOG.atWarn().setCause(failure).log("the place to begin a stream at could not be looked up");
      return Future.failedFuture(
          Problem.unavailable("The log cannot be read.", RETRY_SECONDS).exception());
    }
    return Future.failedFuture(failure);
  }
}
