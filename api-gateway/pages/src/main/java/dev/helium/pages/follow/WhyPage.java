package dev.helium.pages.follow;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.read.WhyView;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;

/** Why a workspace is as it is, and what comes next. */
public final class WhyPage {
  /** What its template is filled with. */
  public record Model(Frame frame, FollowAddress address, WhyView why) {}

  void mount(Site site) {
    site.page(
        "/get/:id/why",
        request -> model(request).map(model -> PageAnswer.html("follow/whypage.jte", model)));
    site.part(
        "/get/:id/because",
        request -> model(request).map(model -> PageAnswer.html("follow/because.jte", model)));
  }

  private static Future<Model> model(PageRequest request) {
    FollowAddress address = FollowAddress.of(request);
    return new Reading(request, address)
        .why()
        .map(
            why ->
                new Model(request.frame("Why: " + address.id(), Section.WORKSPACES), address, why));
  }
}
