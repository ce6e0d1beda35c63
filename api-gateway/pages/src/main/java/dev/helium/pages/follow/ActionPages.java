package dev.helium.pages.follow;

import dev.helium.pages.ApiAnswer;
import dev.helium.pages.frame.Flash;
import dev.helium.pages.frame.Section;
import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.read.Json;
import dev.helium.pages.read.TimelineView;
import dev.helium.pages.read.WhyView;
import dev.helium.pages.web.FormFields;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.RefusedException;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A page and a form for each action. What is refused is said at the form, beside the state that the
 * workspace is in now; that page is not live, so that nothing takes away what somebody reads.
 */
final class ActionPages {
  private static final int INVALID = 422;
  private static final int NOT_SIGNED_IN = 401;

  /** Those that need more than the workspace to be judged. */
  private static final Set<Action> EXPLAINED = EnumSet.of(Action.REVIVE, Action.DELETE);

  void mount(Site site) {
    for (Action action : Action.values()) {
      String path = "/get/:id/" + action.word();
      site.page(path, request -> show(request, action));
      site.form(path, (request, fields) -> send(request, action, fields));
    }
  }

  private static Future<PageAnswer> show(PageRequest request, Action action) {
    FollowAddress address = FollowAddress.of(request);
    Reading reading = new Reading(request, address);
    return reading
        .workspace()
        .compose(seen -> model(request, address, action, seen, FormFields.NONE, Optional.empty()))
        .map(model -> PageAnswer.html("follow/action.jte", model));
  }

  private static Future<PageAnswer> send(PageRequest request, Action action, FormFields fields) {
    FollowAddress address = FollowAddress.of(request);
    if (action == Action.DELETE && !fields.value("name").equals(address.id())) {
      return refused(request, address, action, fields, wrongName(address));
    }
    return request
        .ask(Wish.of(address, action, fields, request.now()).call())
        .compose(
            answer ->
                answer.isGood()
                    ? Future.succeededFuture(
                        PageAnswer.seeOther(address.page(), done(action, answer)))
                    : refused(request, address, action, fields, ApiProblem.of(answer)));
  }

  private static Future<PageAnswer> refused(
      PageRequest request,
      FollowAddress address,
      Action action,
      FormFields fields,
      ApiProblem problem) {
    if (problem.status() == NOT_SIGNED_IN) {
      return Future.failedFuture(new RefusedException(problem));
    }
    Reading reading = new Reading(request, address);
    return reading
        .orElse(reading.workspace(), Optional.empty())
        .compose(seen -> model(request, address, action, seen, fields, Optional.of(problem)))
        .<PageAnswer>map(
            model -> new PageAnswer.Html(problem.status(), "follow/action.jte", model));
  }

  private static Future<ActionModel> model(
      PageRequest request,
      FollowAddress address,
      Action action,
      Optional<SeenWorkspace> seen,
      FormFields fields,
      Optional<ApiProblem> problem) {
    Reading reading = new Reading(request, address);
    Future<TimelineView> timeline = reading.timeline();
    // Of a name that never was there is nothing to say: the refusal becomes the page.
    Future<Optional<WhyView>> why =
        seen.isEmpty() && problem.isEmpty()
            ? reading.why().map(Optional::of)
            : EXPLAINED.contains(action)
                ? reading.orElse(reading.why().map(Optional::of), Optional.empty())
                : Future.succeededFuture(Optional.empty());
    return Future.all(timeline, why)
        .map(
            ignored ->
                new ActionModel(
                    request.frame(action.title() + ": " + address.id(), Section.WORKSPACES),
                    address,
                    action,
                    seen,
                    timeline.result(),
                    why.result(),
                    fields,
                    problem));
  }

  private static Flash done(Action action, ApiAnswer answer) {
    boolean pending = Json.text(new JsonObject(answer.body()), "Status").equals("pending");
    return pending ? Flash.PENDING : action.done();
  }

  private static ApiProblem wrongName(FollowAddress address) {
    return new ApiProblem(
        INVALID,
        "",
        "",
        List.of(new ApiProblem.FieldRule("name", "must be the name of it: " + address.id())));
  }
}
