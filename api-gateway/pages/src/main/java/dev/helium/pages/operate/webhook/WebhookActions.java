package dev.helium.pages.operate.webhook;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.frame.Flash;
import dev.helium.pages.operate.webhook.WebhookModel.Part;
import dev.helium.pages.operate.webhook.WebhookModel.Tried;
import dev.helium.pages.operate.webhook.WebhookModel.Trouble;
import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.read.ApiProblem.FieldRule;
import dev.helium.pages.web.FormFields;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.RefusedException;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What is done with one webhook. What is refused is said on its page, beside what was typed. */
final class WebhookActions {
  private static final String ONE = WebhookPages.PATH + "/:id";

  void mount(Site site) {
    site.form(ONE, WebhookActions::change);
    site.form(ONE + "/pause", (request, fields) -> pause(request, true, Flash.PAUSED));
    site.form(ONE + "/unpause", (request, fields) -> pause(request, false, Flash.UNPAUSED));
    site.form(ONE + "/resume", WebhookActions::resume);
    site.form(ONE + "/test", (request, fields) -> test(request));
    site.form(ONE + "/redeliver", WebhookActions::redeliver);
    site.form(ONE + "/secret", WebhookActions::rotate);
    site.form(ONE + "/delete", WebhookActions::delete);
  }

  private static Future<PageAnswer> change(PageRequest request, FormFields fields) {
    WebhookForm form = WebhookForm.of(fields);
    return patch(request, form.json())
        .compose(
            answer ->
                answer.isGood()
                    ? done(request, Flash.SAVED)
                    : typed(request, ApiProblem.of(answer), form));
  }

  private static Future<PageAnswer> pause(PageRequest request, boolean paused, Flash said) {
    return patch(request, new JsonObject().put("paused", paused))
        .compose(answer -> doneUnlessRefused(request, answer, Part.STATE, said));
  }

  private static Future<PageAnswer> resume(PageRequest request, FormFields fields) {
    boolean skip = fields.isChecked("skip");
    return post(request, WebhookPages.api(request, "/resume").with("skip", Boolean.toString(skip)))
        .compose(answer -> doneUnlessRefused(request, answer, Part.STATE, Flash.RESUMED));
  }

  /** What came of it is kept nowhere, so the page that answers says it. */
  private static Future<PageAnswer> test(PageRequest request) {
    return post(request, WebhookPages.api(request, "/test"))
        .compose(
            answer ->
                answer.isGood()
                    ? WebhookPages.model(request)
                        .map(model -> model.with(Tried.of(new JsonObject(answer.body()))))
                        .map(model -> PageAnswer.html(WebhookPages.TEMPLATE, model))
                    : refused(request, Part.STATE, ApiProblem.of(answer)));
  }

  private static Future<PageAnswer> redeliver(PageRequest request, FormFields fields) {
    RedeliverForm form = RedeliverForm.of(fields);
    return post(request, form.onto(WebhookPages.api(request, "/redeliver")))
        .compose(
            answer ->
                answer.isGood()
                    ? done(request, Flash.REDELIVERED)
                    : typed(request, ApiProblem.of(answer), form));
  }

  private static Future<PageAnswer> rotate(PageRequest request, FormFields fields) {
    Query address =
        WebhookPages.api(request, "/rotate-secret").with("overlap", fields.value("overlap"));
    return post(request, address)
        .compose(
            answer ->
                answer.isGood()
                    ? Future.succeededFuture(SecretModel.page(request, answer, false))
                    : refused(request, Part.SECRET, ApiProblem.of(answer)));
  }

  private static Future<PageAnswer> delete(PageRequest request, FormFields fields) {
    if (!fields.isChecked("sure")) {
      FieldRule rule = new FieldRule("The box", "must be ticked, as this cannot be undone");
      return refused(request, Part.DELETE, new ApiProblem(422, "Not confirmed", "", List.of(rule)));
    }
    ApiCall call =
        new ApiCall(
            HttpMethod.DELETE, WebhookPages.api(request, "").toString(), Map.of(), Buffer.buffer());
    return request
        .ask(call)
        .compose(
            answer ->
                answer.isGood()
                    ? Future.succeededFuture(
                        PageAnswer.seeOther(Query.of(WebhookPages.PATH), Flash.REMOVED))
                    : refused(request, Part.DELETE, ApiProblem.of(answer)));
  }

  private static Future<PageAnswer> doneUnlessRefused(
      PageRequest request, ApiAnswer answer, Part part, Flash said) {
    return answer.isGood() ? done(request, said) : refused(request, part, ApiProblem.of(answer));
  }

  private static Future<PageAnswer> done(PageRequest request, Flash said) {
    Query page = Query.of(WebhookPages.PATH + "/" + Query.encoded(request.path("id")));
    return Future.succeededFuture(PageAnswer.seeOther(page, said));
  }

  private static Future<PageAnswer> refused(PageRequest request, Part part, ApiProblem problem) {
    return shown(
        request,
        problem,
        model -> model.with(new Trouble(part, problem), model.form(), model.redeliver()));
  }

  private static Future<PageAnswer> typed(
      PageRequest request, ApiProblem problem, WebhookForm form) {
    Trouble trouble = new Trouble(Part.TERMS, problem);
    return shown(request, problem, model -> model.with(trouble, form, model.redeliver()));
  }

  private static Future<PageAnswer> typed(
      PageRequest request, ApiProblem problem, RedeliverForm form) {
    Trouble trouble = new Trouble(Part.REDELIVER, problem);
    return shown(request, problem, model -> model.with(trouble, model.form(), form));
  }

  private static Future<PageAnswer> shown(
      PageRequest request, ApiProblem problem, UnaryOperator<WebhookModel> filled) {
    return isAboutThePage(problem)
        ? Future.failedFuture(new RefusedException(problem))
        : WebhookPages.model(request)
            .map(filled)
            .map(model -> PageAnswer.invalid(WebhookPages.TEMPLATE, model));
  }

  /** Then there is no page to say it on. */
  private static boolean isAboutThePage(ApiProblem problem) {
    return switch (problem.status()) {
      case 401, 403, 404 -> true;
      default -> false;
    };
  }

  private static Future<ApiAnswer> patch(PageRequest request, JsonObject json) {
    return request.send(HttpMethod.PATCH, WebhookPages.api(request, ""), json, "");
  }

  private static Future<ApiAnswer> post(PageRequest request, Query address) {
    return request.ask(new ApiCall(HttpMethod.POST, address.toString(), Map.of(), Buffer.buffer()));
  }
}
