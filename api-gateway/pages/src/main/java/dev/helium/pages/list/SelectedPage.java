package dev.helium.pages.list;

import dev.helium.pages.ApiCall;
import dev.helium.pages.frame.Section;
import dev.helium.pages.list.SelectedModel.Item;
import dev.helium.pages.read.Json;
import dev.helium.pages.read.WorkspaceView;
import dev.helium.pages.web.FormFields;
import dev.helium.pages.web.InTurn;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Asks whether the workspaces that were ticked are meant. Changes nothing. */
final class SelectedPage {
  private static final String DELETE = "delete";

  void mount(Site site) {
    site.form("/list/selected", SelectedPage::confirm);
  }

  private static Future<PageAnswer> confirm(PageRequest request, FormFields fields) {
    return model(
            request, Selection.of(fields), fields.value("action").equals(DELETE), key(request), "")
        .map(model -> PageAnswer.html("list/selected.jte", model));
  }

  /** The page, perhaps again with what was wrong. */
  static Future<SelectedModel> model(
      PageRequest request, Selection selection, boolean isDeletion, String key, String error) {
    return InTurn.each(selection.ids(), id -> item(request, id))
        .map(
            items ->
                new SelectedModel(
                    request.frame("Selected workspaces", Section.WORKSPACES),
                    isDeletion,
                    items,
                    selection,
                    key,
                    error));
  }

  private static Future<Item> item(PageRequest request, String id) {
    Query address = Query.of("/v1/api/workspace/" + Query.encoded(id));
    return request
        .ask(ApiCall.get(address.toString()))
        .map(
            answer ->
                new Item(
                    id,
                    answer.isGood()
                        ? Json.object(new JsonObject(answer.body()), "Workspace")
                            .map(WorkspaceView::new)
                        : Optional.empty()));
  }

  private static String key(PageRequest request) {
    return "list-" + request.now().toEpochMilli();
  }
}
