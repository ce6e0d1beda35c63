package dev.helium.pages.create;

import dev.helium.pages.frame.Section;
import dev.helium.pages.read.BackendView;
import dev.helium.pages.read.Json;
import dev.helium.pages.read.WorkspaceView;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import dev.helium.pages.web.Upload;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** The catalogue, the form of each backend, and what it would ask for. */
public final class CreatePages {
  static final String BACKENDS = "/v1/api/backends";
  static final String FORM = "create/page.jte";

  private static final String BACKEND = "backend";

  /** Adds their routes. */
  public void mount(Site site) {
    site.page("/create", CreatePages::start);
    site.page("/create/:backend", request -> empty(request, request.path(BACKEND)));
    site.upload("/create", new CreateSubmission()::submit);
    site.upload("/create/preview", CreatePages::preview);
    site.upload("/create/sketch", CreatePages::sketch);
  }

  /** What the API says of a backend; refused when there is none of that name. */
  static Future<BackendForm> form(PageRequest request, String backend) {
    return request
        .read(Query.of(BACKENDS + "/" + Query.encoded(backend)))
        .map(answer -> Json.object(answer, "Backend").orElseGet(JsonObject::new))
        .map(json -> BackendForm.of(new BackendView(json)));
  }

  private static Future<PageAnswer> start(PageRequest request) {
    String backend = request.query(BACKEND);
    return backend.isEmpty() ? catalog(request) : empty(request, backend);
  }

  private static Future<PageAnswer> catalog(PageRequest request) {
    return request
        .read(Query.of(BACKENDS))
        .map(
            answer ->
                new CatalogModel(
                    request.frame("Create a workspace", Section.CREATE),
                    Json.objects(answer, "Backends").stream()
                        .map(BackendView::new)
                        .map(Card::of)
                        .toList()))
        .map(model -> PageAnswer.html("create/catalog.jte", model));
  }

  /** As it is before anything is typed, but for what is known of a workspace that is changed. */
  private static Future<PageAnswer> empty(PageRequest request, String backend) {
    return preset(request, request.query(CreateOrder.UPDATE))
        .compose(
            typed ->
                form(request, backend).compose(form -> new FormPage(request, form).first(typed)))
        .map(model -> PageAnswer.html(FORM, model));
  }

  private static Future<Typed> preset(PageRequest request, String update) {
    if (update.isEmpty()) {
      String name = request.query(CreateOrder.NAME);
      return Future.succeededFuture(
          name.isEmpty() ? Typed.NOTHING : Typed.of(Map.of(CreateOrder.NAME, name)));
    }
    return request
        .read(Query.of("/v1/api/workspace/" + Query.encoded(update)))
        .map(answer -> Json.object(answer, "Workspace").orElseGet(JsonObject::new))
        .map(
            json -> {
              Map<String, String> texts = new HashMap<>();
              texts.put(CreateOrder.UPDATE, update);
              texts.put(CreateOrder.NAME, update);
              texts.put(LabelLines.FIELD, LabelLines.text(new WorkspaceView(json).labels()));
              return Typed.of(texts);
            });
  }

  private static Future<PageAnswer> preview(PageRequest request, Upload upload) {
    return form(request, upload.texts().value(BACKEND))
        .compose(form -> new FormPage(request, form).preview(Typed.of(upload)))
        .map(model -> PageAnswer.html(FORM, model));
  }

  private static Future<PageAnswer> sketch(PageRequest request, Upload upload) {
    return form(request, upload.texts().value(BACKEND))
        .compose(form -> request.aside(() -> sketch(request, form, Typed.of(upload))))
        .map(sketch -> PageAnswer.html("create/sketch.jte", sketch));
  }

  private static Sketch sketch(PageRequest request, BackendForm form, Typed typed) {
    return Sketch.of(form, typed, CreateOrder.of(form, typed, request.now()));
  }
}
