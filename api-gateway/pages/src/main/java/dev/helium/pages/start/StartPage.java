package dev.helium.pages.start;

import dev.helium.pages.frame.Section;
import dev.helium.pages.read.WorkspaceList;
import dev.helium.pages.start.StartModel.Counts;
import dev.helium.pages.web.LiveStream;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import java.util.List;

/** The fleet at a glance. */
public final class StartPage {
  static final String GLANCE = "/start/glance";

  private static final String LIST = "/v1/api/workspaces";
  private static final int SHOWN = 6;
  private static final List<String> UNDER_WAY = List.of("creating", "pending");
  private static final List<String> STANDING =
      List.of("ready", "creating", "pending", "failed", "not-ready");
  private static final List<String> TROUBLED = List.of("failed", "not-ready");

  /** Adds its routes. */
  public void mount(Site site) {
    site.page(
        "/", request -> model(request).map(model -> PageAnswer.html("start/page.jte", model)));
    site.part(
        GLANCE, request -> model(request).map(model -> PageAnswer.html("start/glance.jte", model)));
  }

  private static Future<StartModel> model(PageRequest request) {
    Query all = Query.of(LIST);
    Query mine = all.with("owner", request.viewer().name());
    Query next = mine.with("status", STANDING).with("sort", "expiry").with("limit", SHOWN);
    // By its word, so that what has failed comes before what is not ready.
    Query attention = mine.with("status", TROUBLED).with("sort", "status").with("limit", SHOWN);
    return Future.all(
            List.of(
                list(request, next),
                list(request, attention),
                list(request, one(mine)),
                list(request, one(mine.with("status", "ready"))),
                list(request, one(mine.with("status", UNDER_WAY))),
                list(request, one(all)),
                list(request, one(all.with("status", "ready"))),
                list(request, one(all.with("status", UNDER_WAY))),
                list(request, one(all.with("status", TROUBLED)))))
        .map(lists -> model(request, lists.list()));
  }

  private static StartModel model(PageRequest request, List<WorkspaceList> lists) {
    WorkspaceList next = lists.get(0);
    WorkspaceList attention = lists.get(1);
    return new StartModel(
        request.frame("Overview", Section.START),
        new Counts(
            lists.get(2).count(), lists.get(3).count(), lists.get(4).count(), attention.count()),
        new Counts(
            lists.get(5).count(), lists.get(6).count(), lists.get(7).count(), lists.get(8).count()),
        attention.workspaces(),
        next.workspaces(),
        LiveStream.all().toString());
  }

  /** For its count alone. */
  private static Query one(Query query) {
    return query.with("limit", 1);
  }

  private static Future<WorkspaceList> list(PageRequest request, Query query) {
    return request.read(query).map(WorkspaceList::new);
  }
}
