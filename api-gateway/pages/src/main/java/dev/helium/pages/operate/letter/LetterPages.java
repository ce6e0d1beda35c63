package dev.helium.pages.operate.letter;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.ApiCall;
import dev.helium.pages.frame.Flash;
import dev.helium.pages.frame.Section;
import dev.helium.pages.operate.Gate;
import dev.helium.pages.operate.Tab;
import dev.helium.pages.operate.letter.LetterModel.Part;
import dev.helium.pages.operate.letter.LetterModel.Trouble;
import dev.helium.pages.operate.read.LetterContentView;
import dev.helium.pages.operate.read.LetterView;
import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.read.Json;
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
import java.util.Map;
import java.util.Optional;

/** Dead letters, and what is done with one. What is refused is said on its page. */
public final class LetterPages {
  static final String API = "/v1/api/dead-letters";

  private static final String ONE = Tab.DEAD_LETTERS.path() + "/:number";
  private static final String TEMPLATE = "operate/letter/page.jte";
  private static final String WHY = "why";
  private static final String TRUE = "true";

  /** Adds their routes. */
  public void mount(Site site) {
    new LettersPage().mount(site);
    site.page(
        ONE,
        Gate.operators(request -> model(request).map(model -> PageAnswer.html(TEMPLATE, model))));
    site.form(ONE + "/redrive", LetterPages::redrive);
    site.form(ONE + "/drop", LetterPages::drop);
  }

  private static Future<PageAnswer> redrive(PageRequest request, FormFields fields) {
    boolean look = fields.isChecked("dryRun");
    Query address =
        api(request, "/redrive")
            .with("force", fields.isChecked("force") ? TRUE : "")
            .with("dryRun", look ? TRUE : "");
    return request
        .ask(new ApiCall(HttpMethod.POST, address.toString(), Map.of(), Buffer.buffer()))
        .compose(
            answer ->
                answer.isGood()
                    ? done(request, look ? Flash.REDRIVABLE : Flash.REDRIVEN)
                    : refused(request, Part.REDRIVE, answer, ""));
  }

  private static Future<PageAnswer> drop(PageRequest request, FormFields fields) {
    String why = fields.value(WHY);
    return request
        .send(HttpMethod.POST, api(request, "/drop"), new JsonObject().put(WHY, why), "")
        .compose(
            answer ->
                answer.isGood()
                    ? done(request, Flash.DROPPED)
                    : refused(request, Part.DROP, answer, why));
  }

  private static Future<PageAnswer> done(PageRequest request, Flash said) {
    Query page = Query.of(Tab.DEAD_LETTERS.path() + "/" + Query.encoded(request.path("number")));
    return Future.succeededFuture(PageAnswer.seeOther(page, said));
  }

  private static Future<PageAnswer> refused(
      PageRequest request, Part part, ApiAnswer answer, String why) {
    ApiProblem problem = ApiProblem.of(answer);
    return switch (problem.status()) {
      // Then there is no page to say it on.
      case 401, 403, 404 -> Future.failedFuture(new RefusedException(problem));
      default ->
          model(request)
              .map(model -> model.with(new Trouble(part, problem), why))
              .map(model -> PageAnswer.invalid(TEMPLATE, model));
    };
  }

  private static Future<LetterModel> model(PageRequest request) {
    return request
        .read(api(request, ""))
        .map(
            json -> {
              LetterView letter =
                  new LetterView(Json.object(json, "DeadLetter").orElseGet(JsonObject::new));
              return new LetterModel(
                  request.frame("Dead letter " + letter.number(), Section.OPERATE),
                  letter,
                  Json.object(json, "Content").map(LetterContentView::new),
                  "",
                  Optional.empty());
            });
  }

  /** What the API is asked about the letter that the path names. */
  private static Query api(PageRequest request, String more) {
    return Query.of(API + "/" + Query.encoded(request.path("number")) + more);
  }
}
