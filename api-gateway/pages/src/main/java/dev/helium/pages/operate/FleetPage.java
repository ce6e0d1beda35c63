package dev.helium.pages.operate;

import dev.helium.pages.frame.Section;
import dev.helium.pages.operate.read.LedgerView;
import dev.helium.pages.operate.read.WebhookView;
import dev.helium.pages.read.ExpiryView;
import dev.helium.pages.read.SummaryView;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.RefusedException;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** All workspaces in numbers and pictures; none of them is read for it. */
final class FleetPage {
  /** Where the part that changes is read again. */
  static final String FIGURES = "/operate/figures";

  private static final int SHOWN = 8;
  private static final int NOT_NOW = 503;

  void mount(Site site) {
    site.page(Tab.FLEET.path(), Gate.operators(request -> html(request, "operate/fleet.jte")));
    site.part(FIGURES, Gate.operators(request -> html(request, "operate/figures.jte")));
  }

  private static Future<PageAnswer> html(PageRequest request, String template) {
    Future<JsonObject> summary = request.read(Query.of("/v1/api/summary"));
    Future<JsonObject> next =
        request.read(
            Query.of("/v1/api/expiries")
                .with("until", Window.DAY.until(request.now()).orElseThrow().toString())
                .with("limit", SHOWN));
    Future<Optional<LedgerView>> ledger =
        request
            .read(Query.of("/v1/api/orphans"))
            .map(json -> Optional.of(new LedgerView(json)))
            .recover(failure -> unknown(failure, Optional.empty()));
    Future<List<WebhookView>> webhooks =
        request
            .read(Query.of("/v1/api/webhooks"))
            .map(WebhookView::listOf)
            .recover(failure -> unknown(failure, List.of()));
    return Future.all(summary, next, ledger, webhooks)
        .map(
            ignored ->
                PageAnswer.html(
                    template,
                    new FleetModel(
                        request.frame("Fleet", Section.OPERATE),
                        new SummaryView(summary.result()),
                        ExpiryView.listOf(next.result()),
                        ledger.result(),
                        webhooks.result().stream().filter(WebhookView::isParked).count())));
  }

  /** What is still being read keeps nothing else from being shown. */
  private static <T> Future<T> unknown(Throwable failure, T otherwise) {
    return failure instanceof RefusedException refused && refused.problem().status() == NOT_NOW
        ? Future.succeededFuture(otherwise)
        : Future.failedFuture(failure);
  }
}
