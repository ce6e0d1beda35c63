package dev.helium.pages.follow;

import dev.helium.pages.ApiCall;
import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.read.EventList;
import dev.helium.pages.read.Json;
import dev.helium.pages.read.TimelineView;
import dev.helium.pages.read.WhyView;
import dev.helium.pages.read.WorkspaceDetails;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.RefusedException;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/** What the API knows of one workspace. */
final class Reading {
  /** What the API says of what is not there any more. */
  static final Set<Integer> GONE = Set.of(404, 410);

  private static final int NOT_SIGNED_IN = 401;

  private final PageRequest request;
  private final FollowAddress address;

  Reading(PageRequest request, FollowAddress address) {
    this.request = request;
    this.address = address;
  }

  /** Empty when it is gone, or never was. */
  Future<Optional<SeenWorkspace>> workspace() {
    return request
        .ask(ApiCall.get(address.api().toString()))
        .compose(
            answer -> {
              if (GONE.contains(answer.status())) {
                return Future.succeededFuture(Optional.empty());
              }
              if (!answer.isGood()) {
                return Future.failedFuture(new RefusedException(ApiProblem.of(answer)));
              }
              String tag = answer.headers().get("etag");
              return Future.succeededFuture(
                  Optional.of(
                      new SeenWorkspace(
                          new WorkspaceDetails(object(new JsonObject(answer.body()), "Workspace")),
                          tag == null ? "" : tag)));
            });
  }

  /** Fails when there never was a workspace of that name. */
  Future<WhyView> why() {
    return request.read(address.api("why")).map(json -> new WhyView(object(json, "Why")));
  }

  /** Nothing where it cannot be read: the page has more to show. */
  Future<TimelineView> timeline() {
    return orElse(
        request
            .read(address.api("timeline"))
            .map(json -> new TimelineView(object(json, "Timeline"))),
        TimelineView.NONE);
  }

  /**
   * The newest events; none where they cannot be read.
   *
   * @param most how many at most
   */
  Future<EventList> newest(int most) {
    return orElse(
        events(0, most)
            .compose(
                first ->
                    first.count() <= first.unlisted() + most
                        ? Future.succeededFuture(first)
                        : events(first.count() - most, most)),
        EventList.NONE);
  }

  /** Those that follow a number, in order. */
  Future<EventList> events(long after, int most) {
    return request
        .read(address.api("events").with("after", after).with("limit", most))
        .map(EventList::new);
  }

  /** Whoever has to sign in again is sent there whatever a page can do without. */
  <T> Future<T> orElse(Future<T> reading, T otherwise) {
    return reading.recover(
        failure ->
            failure instanceof RefusedException refused
                    && refused.problem().status() != NOT_SIGNED_IN
                ? Future.succeededFuture(otherwise)
                : Future.failedFuture(failure));
  }

  static JsonObject object(JsonObject json, String name) {
    return Json.object(json, name).orElseGet(JsonObject::new);
  }
}
