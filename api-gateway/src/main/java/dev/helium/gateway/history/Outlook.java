package dev.helium.gateway.history;

import dev.helium.domain.Lifecycle;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceView;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What comes next, and when that is known, when. */
final class Outlook {
  private final String next;
  private final Instant when;

  private Outlook(String next, Instant when) {
    this.next = Objects.requireNonNull(next);
    this.when = when;
  }

  static Outlook of(WorkspaceView view, Instant now) {
    Workspace workspace = view.workspace();
    return switch (view.workspace().lifecycle()) {
      case Lifecycle.Absent ignored -> open("Nothing: no workspace of that name was ever made.");
      case Lifecycle.Provisioning(int attempt, int failures, Instant notBefore, boolean afresh) ->
          failures == 0
              ? open(
                  "Attempt "
                      + attempt
                      + " is under way; when its program has run to its end, pods have to become"
                      + " ready.")
              : again(attempt, notBefore, now);
      case Lifecycle.Provisioned made ->
          made.isDrifted()
              ? unless("somebody retries, updates or deletes it", workspace, now)
              : ofPods(view.readiness(), workspace, now);
      case Lifecycle.ProvisioningFailed ignored ->
          unless("somebody retries, updates or deletes it", workspace, now);
      case Lifecycle.Destroying(int attempt, int failures, Instant notBefore, var reason) ->
          failures == 0
              ? open(
                  "Attempt "
                      + attempt
                      + " destroys what it is made of; then the cluster is searched for anything"
                      + " that is left.")
              : again(attempt, notBefore, now);
      case Lifecycle.DestroyFailed ignored ->
          open(
              "Its deletion is asked for again by itself, a minute to an hour after it failed,"
                  + " unless somebody retries it first.");
      case Lifecycle.Destroyed ignored ->
          open(
              "The cluster is searched until nothing of it is left; then it is deleted, with a"
                  + " receipt.");
      case Lifecycle.Deleted ignored ->
          open(
              "Nothing: it is gone, and its name is free."
                  + (workspace.terms().expired()
                      ? " As its time was up, it can be brought back for a while."
                      : ""));
    };
  }

  String next() {
    return next;
  }

  Optional<Instant> when() {
    return Optional.ofNullable(when);
  }

  private static Outlook open(String next) {
    return new Outlook(next, null);
  }

  private static Outlook again(int attempt, Instant notBefore, Instant now) {
    return notBefore.isAfter(now)
        ? new Outlook("Attempt " + attempt + " begins at " + notBefore + ".", notBefore)
        : new Outlook(
            "Attempt " + attempt + " was due at " + notBefore + " and is under way.", notBefore);
  }

  private static Outlook ofPods(Readiness readiness, Workspace workspace, Instant now) {
    return switch (readiness) {
      case Readiness.Unknown ignored -> open("Its pods are looked for in the cluster.");
      case Readiness.Ready ignored -> new Outlook(end(workspace, now), workspace.endsAt());
      case Readiness.NotReady notReady when notReady.isFatal() ->
          unless("somebody updates or deletes it", workspace, now);
      case Readiness.NotReady(List<Reason> reasons) ->
          open("It is ready when this has ended: " + Sentences.of(reasons) + ".");
    };
  }

  private static Outlook unless(String somebody, Workspace workspace, Instant now) {
    return new Outlook(
        "Nothing, until " + somebody + ". " + end(workspace, now), workspace.endsAt());
  }

  private static String end(Workspace workspace, Instant now) {
    Instant end = workspace.endsAt();
    if (!end.isAfter(now)) {
      return "Its time was up at " + end + "; it is to be deleted now.";
    }
    return end.isAfter(workspace.expiresAt())
        ? "It expires at "
            + workspace.expiresAt()
            + ", but is protected until "
            + end
            + " and is deleted then."
        : "It expires at " + end + " and is deleted then.";
  }
}
