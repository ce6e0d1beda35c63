package dev.helium.pages.follow;

import dev.helium.pages.frame.Section;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;

/** All that happened in all lives of a name, page by page. */
final class EventsPage {
  void mount(Site site) {
    site.page(
        "/get/:id/events",
        request -> model(request).map(model -> PageAnswer.html("follow/eventspage.jte", model)));
    site.part(
        "/get/:id/lines",
        request -> model(request).map(model -> PageAnswer.html("follow/eventlist.jte", model)));
  }

  private static Future<EventsModel> model(PageRequest request) {
    FollowAddress address = FollowAddress.of(request);
    Reading reading = new Reading(request, address);
    long before = before(request.query("before"));
    // Only the answer says how many there are; one asked for past the end is empty and says it too.
    long guess = before == 0 ? 0 : Math.max(0, before - 1 - EventsModel.SIZE);
    return reading
        .events(guess, EventsModel.SIZE)
        .compose(
            first -> {
              EventsModel model =
                  new EventsModel(
                      request.frame("Events of " + address.id(), Section.WORKSPACES),
                      address,
                      before,
                      first);
              return model.after() == guess
                  ? Future.succeededFuture(model)
                  : reading.events(model.after(), EventsModel.SIZE).map(model::with);
            });
  }

  /** 0 for the newest. */
  private static long before(String text) {
    try {
      return Math.max(0, Long.parseLong(text));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
