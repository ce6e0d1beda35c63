package dev.helium.pages.operate;

import dev.helium.pages.ApiCall;
import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Section;
import dev.helium.pages.operate.read.TrialView;
import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.web.FormFields;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.RefusedException;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tries a policy of lifetimes against the past. What comes of it is kept nowhere, so the page that
 * answers says it, beside the policy that was typed.
 */
public final class PoliciesPage {
  private static final String TEMPLATE = "operate/policies.jte";
  private static final String API = "/v1/api/policy-trial";
  private static final String POLICY = "policy";

  /** Longer than the API takes to read the whole log. */
  private static final Duration PATIENCE = Duration.ofSeconds(70);

  private static final String EXAMPLE =
      """
      {
        "zone": "UTC",
        "defaultDays": 1,
        "maximumDays": 30,
        "backends": {},
        "owners": {}
      }""";
  private static final List<TerminalLine> COMMANDS =
      List.of(
          new TerminalLine(
              "./helium policy-test FILE",
              "The same for a file, however much is in the log. It changes nothing."),
          new TerminalLine(
              "./helium policy-test FILE --most 1000",
              "With more of the lives that would have been different."));

  /**
   * What its template is filled with.
   *
   * @param policy that is in the form
   * @param problem why it was not tried, if it was not
   * @param trial what came of it, if it was
   */
  public record Model(
      Frame frame, String policy, Optional<ApiProblem> problem, Optional<TrialView> trial) {
    public Model {
      Objects.requireNonNull(frame, "frame");
      Objects.requireNonNull(policy, "policy");
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(trial, "trial");
    }

    public List<String> wrong() {
      return problem.map(ApiProblem::sentences).orElse(List.of());
    }

    public List<TerminalLine> commands() {
      return COMMANDS;
    }
  }

  void mount(Site site) {
    site.page(
        Tab.POLICIES.path(),
        Gate.operators(
            request ->
                Future.succeededFuture(
                    PageAnswer.html(
                        TEMPLATE, model(request, EXAMPLE, Optional.empty(), Optional.empty())))));
    site.form(Tab.POLICIES.path(), PoliciesPage::tryOut);
  }

  private static Future<PageAnswer> tryOut(PageRequest request, FormFields fields) {
    String policy = fields.value(POLICY);
    ApiCall call =
        ApiCall.json(HttpMethod.POST, API, new JsonObject().put(POLICY, policy).toBuffer());
    return request
        .ask(call, PATIENCE)
        .compose(
            answer ->
                answer.isGood()
                    ? Future.succeededFuture(
                        PageAnswer.html(
                            TEMPLATE,
                            model(
                                request,
                                policy,
                                Optional.empty(),
                                Optional.of(new TrialView(new JsonObject(answer.body()))))))
                    : refused(request, policy, ApiProblem.of(answer)));
  }

  private static Future<PageAnswer> refused(
      PageRequest request, String policy, ApiProblem problem) {
    return switch (problem.status()) {
      // Then the page is not for them either.
      case 401, 403 -> Future.failedFuture(new RefusedException(problem));
      default ->
          Future.succeededFuture(
              new PageAnswer.Html(
                  problem.status(),
                  TEMPLATE,
                  model(request, policy, Optional.of(problem), Optional.empty())));
    };
  }

  private static Model model(
      PageRequest request, String policy, Optional<ApiProblem> problem, Optional<TrialView> trial) {
    return new Model(request.frame("Policies", Section.OPERATE), policy, problem, trial);
  }
}
