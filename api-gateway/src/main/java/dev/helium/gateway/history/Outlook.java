package dev.helium.gateway.history;

import dev.helium.domain.Lifecycle;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
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
    Instant expiry = view.workspace().expiresAt();
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
              ? unless("somebody retries, updates or deletes it", expiry, now)
              : ofPods(view.readiness(), expiry, now);
      case Lifecycle.ProvisioningFailed ignored ->
          unless("somebody retries, updates or deletes it", expiry, now);
      case Lifecycle.Destroying(int attempt, int failures, Instant notBefore, var reason) ->
          failures == 0
              ? open(
                  "Attempt "
                      + attempt
                      + " destroys what it is made of; then the cluster is searched for anything"
                      + " that is left.")
              : again(attempt, notBefore, now);
      case Lifecycle.DestroyFailed ignored ->
          open("Nothing, until somebody retries or asks for its deletion again.");
      case Lifecycle.Destroyed ignored ->
          open(
              "The cluster is searched until nothing of it is left; then it is deleted, with a"
                  + " receipt.");
      case Lifecycle.Deleted ignored -> open("Nothing: it is gone, and its name is free.");
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

  private static Outlook ofPods(Readiness readiness, Instant expiry, Instant now) {
    return switch (readiness) {
      case Readiness.Unknown ignored -> open("Its pods are looked for in the cluster.");
      case Readiness.Ready ignored -> new Outlook(end(expiry, now), expiry);
      case Readiness.NotReady notReady when notReady.isFatal() ->
          unless("somebody updates or deletes it", expiry, now);
      case Readiness.NotReady(List<Reason> reasons) ->
          open("It is ready when this has ended: " + Sentences.of(reasons) + ".");
    };
  }

  private static Outlook unless(String somebody, Instant expiry, Instant now) {
    return new Outlook("Nothing, until " + somebody + ". " + end(expiry, now), expiry);
  }

  private static String end(Instant expiry, Instant now) {
    return expiry.isAfter(now)
        ? "It expires at " + expiry + " and is deleted then."
        : "Its time was up at " + expiry + "; it is to be deleted now.";
  }
}
