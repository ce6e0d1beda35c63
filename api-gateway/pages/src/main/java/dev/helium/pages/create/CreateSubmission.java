package dev.helium.pages.create;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.frame.Flash;
import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.read.Json;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.RefusedException;
import dev.helium.pages.web.Upload;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Sends the form to the API, and shows it again with all that was typed when it is refused. */
final class CreateSubmission {
  private static final int UNKNOWN_VISITOR = 401;
  private static final int TAKEN = 412;
  private static final int BROKEN = 500;

  Future<PageAnswer> submit(PageRequest request, Upload upload) {
    return CreatePages.form(request, upload.texts().value("backend"))
        .compose(form -> submit(request, form, Typed.of(upload)));
  }

  private static Future<PageAnswer> submit(PageRequest request, BackendForm form, Typed typed) {
    FormPage page = new FormPage(request, form);
    return request
        .aside(() -> CreateOrder.of(form, typed, request.now()))
        .compose(
            order ->
                order.wrong().isEmpty()
                    ? ask(request, form, typed, order)
                    : page.refused(typed, CreateErrors.of(form, order.wrong()), false)
                        .map(CreateSubmission::invalid));
  }

  private static Future<PageAnswer> ask(
      PageRequest request, BackendForm form, Typed typed, CreateOrder order) {
    FormPage page = new FormPage(request, form);
    String key = FormPage.key(typed);
    return request
        .ask(CreateCall.of(order, typed, key))
        .transform(
            asked ->
                asked.succeeded()
                    ? answered(page, form, typed, order, asked.result())
                    : page.unanswered(
                            typed,
                            CreateErrors.said(
                                "No answer came in time. Send it again: it is made once only."))
                        .map(model -> new PageAnswer.Html(503, CreatePages.FORM, model)));
  }

  private static Future<PageAnswer> answered(
      FormPage page, BackendForm form, Typed typed, CreateOrder order, ApiAnswer answer) {
    if (answer.isGood()) {
      return Future.succeededFuture(leave(typed, order, answer));
    }
    ApiProblem problem = ApiProblem.of(answer);
    if (answer.status() == UNKNOWN_VISITOR) {
      return Future.failedFuture(new RefusedException(problem));
    }
    if (answer.status() == TAKEN) {
      return page.refused(typed, taken(), true).map(CreateSubmission::invalid);
    }
    CreateErrors errors = CreateErrors.of(form, problem);
    return answer.status() >= BROKEN
        ? page.unanswered(typed, errors)
            .map(model -> new PageAnswer.Html(answer.status(), CreatePages.FORM, model))
        : page.refused(typed, errors, false).map(CreateSubmission::invalid);
  }

  private static PageAnswer leave(Typed typed, CreateOrder order, ApiAnswer answer) {
    String named = Json.text(new JsonObject(answer.body()), "ID");
    String id = named.isEmpty() ? order.texts().getOrDefault(CreateOrder.NAME, "") : named;
    boolean changed =
        !order.texts().getOrDefault(CreateOrder.NAME, "").isEmpty() && !CreateOrder.isNew(typed);
    return PageAnswer.seeOther(
        Query.of("/get/" + Query.encoded(id)), changed ? Flash.UPDATED : Flash.CREATED);
  }

  private static CreateErrors taken() {
    return CreateErrors.at(
        CreateOrder.NAME,
        "is that of a workspace which is there already: choose another, or tick that you mean to"
            + " change that one");
  }

  private static PageAnswer invalid(CreateModel model) {
    return PageAnswer.invalid(CreatePages.FORM, model);
  }
}
