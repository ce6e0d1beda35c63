package dev.helium.gateway.listing;

import dev.helium.domain.FieldError;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.workspaces.CaughtUp;
import dev.helium.view.PastRuns;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows what workspaces come to, and what the newest creations of each backend took. */
public final class ShowSummary implements Handler<RoutingContext> {
  /** Each is looked up in the view. */
  private static final int MOST_BACKENDS = 50;

  private static final String OWNER = "owner";
  private static final int LONGEST_OWNER = 254;

  private final Vertx vertx;
  private final ListingFeed feed;
  private final PastRuns runs;
  private final CaughtUp caughtUp;
  private final InstantSource clock;

  public ShowSummary(
      Vertx vertx, ListingFeed feed, PastRuns runs, CaughtUp caughtUp, InstantSource clock) {
    this.vertx = vertx;
    this.feed = feed;
    this.runs = runs;
    this.caughtUp = caughtUp;
    this.clock = clock;
  }

  @Override
  public void handle(RoutingContext context) {
    caughtUp.require();
    Optional<String> owner = owner(context.queryParams());
    Instant now = clock.instant();
    // Walking by all of them may take some milliseconds, which is long for an event loop.
    feed.whole()
        .compose(listing -> vertx.executeBlocking(() -> summary(listing, owner, now), false))
        .compose(summary -> json(summary, now))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  /** Whose alone are counted; those of all when nobody is named. */
  private static Optional<String> owner(MultiMap query) {
    List<String> given = query.getAll(OWNER);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    String owner = given.getFirst();
    if (given.size() > 1 || owner.isEmpty() || owner.length() > LONGEST_OWNER) {
      throw Problem.invalid(
              List.of(
                  new FieldError(
                      OWNER, "must be given once, with 1 to " + LONGEST_OWNER + " characters")))
          .exception();
    }
    return Optional.of(owner);
  }

  private static Summary summary(Listing listing, Optional<String> owner, Instant now) {
    return owner
        .map(
            name ->
                Summary.of(
                    listing.all().stream().filter(each -> each.owner().equals(name)).toList(), now))
        .orElseGet(() -> Summary.of(listing.all(), now));
  }

  private Future<JsonObject> json(Summary summary, Instant now) {
    List<String> backends =
        summary.kinds().keySet().stream()
            .map(Fleet.Kind::backend)
            .distinct()
            .sorted()
            .limit(MOST_BACKENDS)
            .toList();
    List<Future<List<Duration>>> asked = backends.stream().map(runs::of).toList();
    return Future.all(asked)
        .map(
            answers -> {
              Map<String, List<Duration>> took = new LinkedHashMap<>();
              for (int i = 0; i < backends.size(); i++) {
                took.put(backends.get(i), answers.resultAt(i));
              }
              return SummaryJson.of(summary, took, now);
            });
  }
}
