package dev.helium.pages.operate;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.operate.read.LedgerView;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;

/** What log, clusters and state files do not agree about. */
public final class OrphansPage {
  /** What its template is filled with. */
  public record Model(Frame frame, LedgerView ledger) {}

  void mount(Site site) {
    site.page(Tab.ORPHANS.path(), Gate.operators(OrphansPage::html));
  }

  private static Future<PageAnswer> html(PageRequest request) {
    return request
        .read(Query.of("/v1/api/orphans"))
        .map(
            json ->
                PageAnswer.html(
                    "operate/orphans.jte",
                    new Model(request.frame("Orphans", Section.OPERATE), new LedgerView(json))));
  }
}
