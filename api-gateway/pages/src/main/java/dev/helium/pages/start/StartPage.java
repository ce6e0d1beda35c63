package dev.helium.pages.start;

import dev.helium.pages.frame.Section;
import dev.helium.pages.read.SummaryView;
import dev.helium.pages.read.WorkspaceList;
import dev.helium.pages.read.WorkspaceStatus;
import dev.helium.pages.start.StartModel.Counts;
import dev.helium.pages.web.LiveStream;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The fleet at a glance. */
public final class StartPage {
  static final String GLANCE = "/start/glance";

  private static final String LIST = "/v1/api/workspaces";
  private static final String SUMMARY = "/v1/api/summary";
  private static final int SHOWN = 6;
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
    String viewer = request.viewer().name();
    Query mine = Query.of(LIST).with("owner", viewer);
    Query next = mine.with("status", STANDING).with("sort", "expiry").with("limit", SHOWN);
    // By its word, so that what has failed comes before what is not ready.
    Query attention = mine.with("status", TROUBLED).with("sort", "status").with("limit", SHOWN);
    Future<JsonObject> nextOnes = request.read(next);
    Future<JsonObject> troubled = request.read(attention);
    Future<JsonObject> ofViewer = request.read(Query.of(SUMMARY).with("owner", viewer));
    Future<JsonObject> ofAll = request.read(Query.of(SUMMARY));
    return Future.all(nextOnes, troubled, ofViewer, ofAll)
        .map(
            all ->
                new StartModel(
                    request.frame("Overview", Section.START),
                    counts(ofViewer.result()),
                    counts(ofAll.result()),
                    new WorkspaceList(troubled.result()).workspaces(),
                    new WorkspaceList(nextOnes.result()).workspaces(),
                    LiveStream.all().toString()));
  }

  private static Counts counts(JsonObject json) {
    SummaryView summary = new SummaryView(json);
    return new Counts(
        summary.all(),
        summary.of(WorkspaceStatus.READY),
        summary.of(WorkspaceStatus.CREATING) + summary.of(WorkspaceStatus.PENDING),
        summary.of(WorkspaceStatus.FAILED) + summary.of(WorkspaceStatus.NOT_READY));
  }
}
