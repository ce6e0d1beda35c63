package dev.helium.pages.follow;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.read.ApiProblem;
import dev.helium.pages.read.TimelineView;
import dev.helium.pages.read.WhyView;
import dev.helium.pages.web.FormFields;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The page of one action.
 *
 * @param seen empty when the workspace is gone, or cannot be read
 * @param why what is told about it beside that; empty where it does not matter
 * @param given what the form brought that was refused
 * @param problem why it was refused; empty when nothing was
 */
public record ActionModel(
    Frame frame,
    FollowAddress address,
    Action action,
    Optional<SeenWorkspace> seen,
    TimelineView timeline,
    Optional<WhyView> why,
    FormFields given,
    Optional<ApiProblem> problem) {
  private static final Set<String> FIELDS = Set.of("expiry", "until", "why", "name");

  public ActionModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(seen, "seen");
    Objects.requireNonNull(timeline, "timeline");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(given, "given");
    Objects.requireNonNull(problem, "problem");
  }

  /** Whether the form is shown; when nothing could be read, nothing speaks against it. */
  public boolean isOffered() {
    if (action == Action.REVIVE) {
      return seen.isEmpty()
          && frame.viewer().mayChange()
          && (problem.isPresent() || why.flatMap(WhyView::revivableUntil).isPresent());
    }
    return seen.map(
            found ->
                Possible.of(frame.viewer(), found.details(), timeline, frame.now())
                    .contains(action))
        .orElse(problem.filter(refused -> !Reading.GONE.contains(refused.status())).isPresent());
  }

  /** Why the form is not shown. */
  public String notOffered() {
    if (!frame.viewer().mayChange()) {
      return "Your role is to look at workspaces. Ask whoever made this one.";
    }
    if (seen.isPresent() && !frame.viewer().mayChange(seen.get().workspace().createdBy())) {
      return "Only whoever made this workspace, or an operator, may do this.";
    }
    return seen.isEmpty() && action != Action.REVIVE
        ? "There is no workspace of that name any more."
        : "The workspace is in a state in which this cannot be done.";
  }

  public boolean isProtected() {
    return seen.filter(found -> Possible.isProtected(found.workspace(), frame.now())).isPresent();
  }

  /** Whether they are to be told first that they may unprotect it. */
  public boolean mayUnprotect() {
    return isProtected() && frame.viewer().mayChange(seen.orElseThrow().workspace().createdBy());
  }

  /** What the form brought stays where nothing could be read. */
  private String tag() {
    return seen.map(SeenWorkspace::tag).orElseGet(() -> given.value("seen"));
  }

  public List<WhyView.Tenant> tenants() {
    return why.map(WhyView::tenants).orElse(List.of());
  }

  /** That of the page's own action. */
  public ActionForm form() {
    return form(action);
  }

  /** That of another action, which may have to come first. */
  public ActionForm form(Action of) {
    return new ActionForm(
        frame,
        address,
        of,
        tag(),
        seen.flatMap(found -> found.workspace().expiry()),
        given,
        of == action ? problem : Optional.empty());
  }

  /** What is wrong beside the fields of the form. */
  public List<String> sentences() {
    return problem.map(ActionModel::sentences).orElse(List.of());
  }

  private static List<String> sentences(ApiProblem problem) {
    return switch (problem.status()) {
      case 412 ->
          List.of(
              "Somebody has changed the workspace since you looked. Nothing was done.",
              "This is how it is now: look again, and repeat what you did if you still want it.");
      case 429 -> List.of(problem.said(), "Nothing was done. Wait a moment, then send it again.");
      case 503 ->
          List.of(
              problem.said(),
              "It is not known whether it was done. Sending it again does it once at most.");
      default ->
          problem.errors().isEmpty()
              ? List.of(problem.said())
              : problem.errors().stream()
                  .filter(error -> !FIELDS.contains(error.field()))
                  .map(ApiProblem.FieldRule::sentence)
                  .toList();
    };
  }
}
