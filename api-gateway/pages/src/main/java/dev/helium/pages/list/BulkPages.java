package dev.helium.pages.list;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.frame.Section;
import dev.helium.pages.list.OutcomeModel.Outcome;
import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.read.Json;
import dev.helium.pages.read.WorkspaceView;
import dev.helium.pages.web.FormFields;
import dev.helium.pages.web.InTurn;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.RefusedException;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Changes several workspaces, one request for each, and shows what came of every one. */
final class BulkPages {
  private static final int LONGEST_KEY = 64;

  void mount(Site site) {
    site.form("/list/delete", BulkPages::delete);
    site.form("/list/extend", BulkPages::extend);
  }

  private static Future<PageAnswer> delete(PageRequest request, FormFields fields) {
    Selection selection = Selection.of(fields);
    String key = key(fields);
    return InTurn.each(
            selection.ids(),
            id ->
                request
                    .send(HttpMethod.DELETE, workspace(id), new JsonObject(), each(key, id))
                    .map(answer -> outcome(id, answer, "Its deletion has begun.")))
        .map(outcomes -> page(request, "are on their way out", outcomes, selection));
  }

  private static Future<PageAnswer> extend(PageRequest request, FormFields fields) {
    Selection selection = Selection.of(fields);
    Optional<NewExpiry> expiry = NewExpiry.read(fields.value("by"), fields.value("until"));
    if (expiry.isEmpty()) {
      return SelectedPage.model(
              request, selection, false, key(fields), "Choose a length, or the last day.")
          .map(model -> PageAnswer.invalid("list/selected.jte", model));
    }
    return InTurn.each(
            selection.ids(),
            id -> extend(request, id, expiry.get(), fields.value("why"), key(fields)))
        .map(outcomes -> page(request, "live longer", outcomes, selection));
  }

  private static Future<Outcome> extend(
      PageRequest request, String id, NewExpiry expiry, String why, String key) {
    return present(request, id, expiry)
        .compose(
            present -> {
              JsonObject body = new JsonObject().put("expiry", expiry.after(present));
              if (!why.isEmpty()) {
                body.put("why", why);
              }
              return request.send(
                  HttpMethod.POST, Query.of(workspace(id) + "/extend"), body, each(key, id));
            })
        .map(answer -> outcome(id, answer, "It lives longer now."))
        .recover(
            failure ->
                failure instanceof RefusedException refused
                    ? Future.succeededFuture(refused(id, refused.problem()))
                    : Future.failedFuture(failure));
  }

  /** When it expires at present; only asked where that matters. */
  private static Future<Instant> present(PageRequest request, String id, NewExpiry expiry) {
    if (!expiry.isRelative()) {
      return Future.succeededFuture(request.now());
    }
    return request
        .read(workspace(id))
        .map(
            json ->
                Json.object(json, "Workspace")
                    .map(WorkspaceView::new)
                    .flatMap(WorkspaceView::expiry)
                    .orElse(request.now()));
  }

  private static Outcome outcome(String id, ApiAnswer answer, String sentence) {
    if (!answer.isGood()) {
      return refused(id, ApiProblem.of(answer));
    }
    boolean isDecided = !Json.text(new JsonObject(answer.body()), "Status").equals("pending");
    return new Outcome(
        id, true, isDecided ? sentence : "It was asked for, and is decided in a moment.");
  }

  private static Outcome refused(String id, ApiProblem problem) {
    return new Outcome(id, false, String.join(" ", problem.sentences()));
  }

  private static PageAnswer page(
      PageRequest request, String done, List<Outcome> outcomes, Selection selection) {
    return PageAnswer.html(
        "list/outcome.jte",
        new OutcomeModel(
            request.frame("What came of it", Section.WORKSPACES), done, outcomes, selection));
  }

  private static Query workspace(String id) {
    return Query.of("/v1/api/workspace/" + Query.encoded(id));
  }

  /** That of the confirmation, so that sending it twice changes things once. */
  private static String key(FormFields fields) {
    String key = fields.value("key");
    return key.matches("[a-z0-9-]{1," + LONGEST_KEY + "}") ? key : "";
  }

  private static String each(String key, String id) {
    return key.isEmpty() ? "" : key + "-" + Query.encoded(id);
  }
}
