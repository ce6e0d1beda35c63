package dev.helium.pages.operate;

import dev.helium.pages.frame.Section;
import dev.helium.pages.operate.QuotasModel.Account;
import dev.helium.pages.read.QuotaView;
import dev.helium.pages.read.SummaryView;
import dev.helium.pages.web.InTurn;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import java.util.List;

/** What owners may take at the same time; the API is asked about each that is shown. */
final class QuotasPage {
  static final int AT_ONCE = 20;

  /** More than the API names. */
  private static final int MOST = 1_000;

  private static final String TITLE = "Quotas";
  private static final String TEMPLATE = "operate/quotas.jte";

  void mount(Site site) {
    site.page(
        Tab.QUOTAS.path(),
        Gate.operators(
            request -> {
              String owner = request.query("owner");
              return owner.isEmpty() ? largest(request) : one(request, owner);
            }));
  }

  private static Future<PageAnswer> one(PageRequest request, String owner) {
    return account(request, owner, -1)
        .map(
            account ->
                PageAnswer.html(
                    TEMPLATE,
                    new QuotasModel(
                        request.frame(TITLE, Section.OPERATE),
                        owner,
                        List.of(account),
                        1,
                        0,
                        false)));
  }

  private static Future<PageAnswer> largest(PageRequest request) {
    int from = from(request.query("from"));
    return request
        .read(Query.of("/v1/api/summary"))
        .map(SummaryView::new)
        .compose(
            summary -> {
              List<SummaryView.Count> owners =
                  summary.largest().stream().skip(from).limit(AT_ONCE).toList();
              boolean more = summary.largest().size() > from + AT_ONCE;
              return InTurn.each(
                      owners, owner -> account(request, owner.name(), owner.workspaces()))
                  .map(
                      accounts ->
                          PageAnswer.html(
                              TEMPLATE,
                              new QuotasModel(
                                  request.frame(TITLE, Section.OPERATE),
                                  "",
                                  accounts,
                                  summary.owners(),
                                  from,
                                  more)));
            });
  }

  private static Future<Account> account(PageRequest request, String owner, long workspaces) {
    return request
        .read(Query.of("/v1/api/quotas").with("owner", List.of(owner)))
        .map(json -> new Account(owner, workspaces, QuotaView.listOf(json)));
  }

  private static int from(String text) {
    return text.matches("\\d{1,4}") ? Math.min(MOST, Integer.parseInt(text)) : 0;
  }
}
