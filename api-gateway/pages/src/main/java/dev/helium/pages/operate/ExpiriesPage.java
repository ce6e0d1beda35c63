package dev.helium.pages.operate;

import dev.helium.pages.frame.Section;
import dev.helium.pages.read.ExpiryView;
import dev.helium.pages.read.Json;
import dev.helium.pages.read.NextAddress;
import dev.helium.pages.read.SummaryView;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** What is to go when, and why it does or still stands. */
final class ExpiriesPage {
  static final String DUE = "/operate/expiries/due";

  private static final String AFTER = "after";
  private static final int AT_ONCE = 50;

  void mount(Site site) {
    site.page(
        Tab.EXPIRIES.path(), Gate.operators(request -> html(request, "operate/expiries.jte")));
    site.part(DUE, Gate.operators(request -> html(request, "operate/due.jte")));
  }

  private static Future<PageAnswer> html(PageRequest request, String template) {
    Window window = Window.named(request.query("window"));
    Query query =
        Query.of("/v1/api/expiries")
            .with("until", window.until(request.now()).map(Instant::toString).orElse(""))
            .with(AFTER, request.query(AFTER))
            .with("limit", AT_ONCE);
    Future<JsonObject> summary = request.read(Query.of("/v1/api/summary"));
    Future<JsonObject> due = request.read(query);
    return Future.all(summary, due)
        .map(
            ignored ->
                PageAnswer.html(
                    template,
                    new ExpiriesModel(
                        request.frame("Expiries", Section.OPERATE),
                        Backlog.of(new SummaryView(summary.result())),
                        window,
                        ExpiryView.listOf(due.result()),
                        Json.number(due.result(), "Count"),
                        request.query(AFTER),
                        NextAddress.parameter(Json.text(due.result(), "Next"), AFTER))));
  }
}
