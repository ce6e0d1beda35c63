package dev.helium.pages.operate;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.operate.read.AuditView;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;

/** Who asked for what and what came of it; for admins. */
public final class AuditPage {
  private static final String WORKSPACE = "workspace";
  private static final String WHO = "who";
  private static final String AFTER = "after";
  private static final int AT_ONCE = 50;

  /**
   * What its template is filled with.
   *
   * @param workspace that it is about; empty for any
   * @param who asked; empty for anybody
   */
  public record Model(Frame frame, String workspace, String who, String after, AuditView audit) {
    /** The next page, with the same filters. */
    public String next() {
      return filtered(Tab.AUDIT.path(), workspace, who).with(AFTER, audit.nextAfter()).toString();
    }

    /** All that somebody asked for. */
    public String by(String name) {
      return filtered(Tab.AUDIT.path(), "", name).toString();
    }

    public boolean isFiltered() {
      return !workspace.isEmpty() || !who.isEmpty();
    }
  }

  void mount(Site site) {
    site.page(Tab.AUDIT.path(), Gate.admins(AuditPage::html));
  }

  private static Future<PageAnswer> html(PageRequest request) {
    String workspace = request.query(WORKSPACE);
    String who = request.query(WHO);
    String after = request.query(AFTER);
    Query query =
        filtered("/v1/api/audit", workspace, who).with(AFTER, after).with("limit", AT_ONCE);
    return request
        .read(query)
        .map(
            json ->
                PageAnswer.html(
                    "operate/audit.jte",
                    new Model(
                        request.frame("Audit", Section.OPERATE),
                        workspace,
                        who,
                        after,
                        new AuditView(json))));
  }

  private static Query filtered(String path, String workspace, String who) {
    return Query.of(path).with(WORKSPACE, workspace).with(WHO, who);
  }
}
