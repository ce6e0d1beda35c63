package dev.helium.pages.operate.webhook;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.web.FormFields;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A form for a new webhook. Its secret is on the page that answers, and nowhere else. */
public final class NewWebhookPage {
  static final String PATH = WebhookPages.PATH + "/new";

  private static final String TEMPLATE = "operate/webhook/new.jte";

  /**
   * What its template is filled with.
   *
   * @param problem why the try before was refused; empty when there was none
   */
  public record Model(Frame frame, WebhookForm form, Optional<ApiProblem> problem) {
    public Model {
      Objects.requireNonNull(frame, "frame");
      Objects.requireNonNull(form, "form");
      Objects.requireNonNull(problem, "problem");
    }

    public List<String> sentences() {
      return problem.map(ApiProblem::sentences).orElse(List.of());
    }

    public String wrongField(String field) {
      return problem.map(each -> each.of(field)).orElse("");
    }
  }

  void mount(Site site) {
    site.page(
        PATH,
        request ->
            Future.succeededFuture(
                PageAnswer.html(TEMPLATE, model(request, WebhookForm.EMPTY, Optional.empty()))));
    site.form(PATH, NewWebhookPage::make);
  }

  private static Future<PageAnswer> make(PageRequest request, FormFields fields) {
    WebhookForm form = WebhookForm.of(fields);
    return request
        .send(HttpMethod.POST, Query.of(WebhookPages.API), form.json(), "")
        .map(
            answer ->
                answer.isGood()
                    ? SecretModel.page(request, answer, true)
                    : PageAnswer.invalid(
                        TEMPLATE, model(request, form, Optional.of(ApiProblem.of(answer)))));
  }

  private static Model model(PageRequest request, WebhookForm form, Optional<ApiProblem> problem) {
    return new Model(request.frame("New webhook", Section.NONE), form, problem);
  }
}
