package dev.helium.pages.list;

import dev.helium.pages.ApiCall;
import dev.helium.pages.frame.Section;
import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.read.Json;
import dev.helium.pages.read.WorkspaceList;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.RefusedException;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The list of workspaces. */
final class ListPage {
  static final String PATH = "/list";
  static final String ROWS = "/list/rows";

  void mount(Site site) {
    site.page(
        PATH,
        request ->
            backends(request)
                .compose(backends -> model(request, backends))
                .map(model -> PageAnswer.html("list/page.jte", model)));
    site.part(
        ROWS,
        request -> model(request, List.of()).map(model -> PageAnswer.html("list/rows.jte", model)));
  }

  private static Future<ListModel> model(PageRequest request, List<String> backends) {
    ListQuery query = ListQuery.of(request);
    ApiCall call = ApiCall.get(query.api(request.viewer().name()).toString());
    return request
        .ask(call)
        .map(
            answer -> {
              if (answer.isGood()) {
                WorkspaceList list = new WorkspaceList(new JsonObject(answer.body()));
                return model(request, query, list, backends, List.of());
              }
              ApiProblem problem = ApiProblem.of(answer);
              if (problem.status() != 422) {
                throw new RefusedException(problem);
              }
              WorkspaceList none = new WorkspaceList(new JsonObject());
              return model(request, query, none, backends, problem.sentences());
            });
  }

  private static ListModel model(
      PageRequest request,
      ListQuery query,
      WorkspaceList list,
      List<String> backends,
      List<String> errors) {
    return new ListModel(
        request.frame("Workspaces", Section.WORKSPACES), query, list, backends, errors);
  }

  /** Their names; none where they cannot be read, since the list is worth more than its filter. */
  private static Future<List<String>> backends(PageRequest request) {
    return request
        .read(Query.of("/v1/api/backends"))
        .map(
            json ->
                Json.objects(json, "Backends").stream()
                    .map(backend -> Json.text(backend, "Name"))
                    .toList())
        .recover(failure -> Future.succeededFuture(List.of()));
  }
}
