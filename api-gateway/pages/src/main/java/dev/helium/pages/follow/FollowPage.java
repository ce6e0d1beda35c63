package dev.helium.pages.follow;

import dev.helium.pages.frame.Flash;
import dev.helium.pages.frame.Section;
import dev.helium.pages.read.EventList;
import dev.helium.pages.read.ReceiptView;
import dev.helium.pages.read.TimelineView;
import dev.helium.pages.read.WhyView;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** How a workspace is; once it is gone, what it was. */
final class FollowPage {
  void mount(Site site) {
    site.page(
        "/get/:id",
        request -> model(request).map(model -> PageAnswer.html("follow/page.jte", model)));
    site.part(
        "/get/:id/state",
        request -> model(request).map(model -> PageAnswer.html("follow/state.jte", model)));
  }

  private static Future<FollowModel> model(PageRequest request) {
    FollowAddress address = FollowAddress.of(request);
    Reading reading = new Reading(request, address);
    return reading
        .workspace()
        .compose(
            found ->
                found.isPresent()
                    ? living(request, address, reading, found.get())
                    : gone(request, address, reading));
  }

  private static Future<FollowModel> living(
      PageRequest request, FollowAddress address, Reading reading, SeenWorkspace seen) {
    Future<TimelineView> timeline = reading.timeline();
    Future<EventList> events = reading.newest(FollowModel.EVENTS);
    return Future.all(timeline, events)
        .map(
            ignored ->
                new LivingModel(
                    request.frame(address.id(), Section.WORKSPACES),
                    address,
                    seen,
                    timeline.result(),
                    events.result()));
  }

  private static Future<FollowModel> gone(
      PageRequest request, FollowAddress address, Reading reading) {
    Future<WhyView> why =
        request.query(Flash.PARAMETER).equals(Flash.PENDING.id())
            // It was asked for just now, and the page waits for it.
            ? reading.orElse(reading.why(), new WhyView(new JsonObject()))
            : reading.why();
    Future<Optional<ReceiptView>> receipt =
        reading.orElse(ReceiptPage.read(request, address).map(Optional::of), Optional.empty());
    Future<TimelineView> timeline = reading.timeline();
    Future<EventList> events = reading.newest(FollowModel.EVENTS);
    return Future.all(why, receipt, timeline, events)
        .map(
            ignored ->
                new GoneModel(
                    request.frame(address.id(), Section.WORKSPACES),
                    address,
                    why.result(),
                    receipt.result(),
                    timeline.result(),
                    events.result()));
  }
}
