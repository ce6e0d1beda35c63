package dev.helium.gateway.history;

import dev.helium.domain.Lifecycle;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.Receipt;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.workspaces.Tenants;
import dev.helium.view.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What comes next, and when that is known, when. */
final class Outlook {
  private static final String GONE = "Nothing: it is gone, and its name is free.";

  private final String next;
  private final Instant when;
  private final Instant revivable;

  private Outlook(String next, Instant when, Instant revivable) {
    this.next = Objects.requireNonNull(next);
    this.when = when;
    this.revivable = revivable;
  }

  private Outlook(String next, Instant when) {
    this(next, when, null);
  }

  /**
   * A cluster that others live in is not reaped at its expiry, whatever else comes next.
   *
   * @param tenants who lives in the cluster that it made
   * @param lifetimes by which is decided what can be brought back
   */
  static Outlook of(
      WorkspaceView view, List<Tenant> tenants, LifetimePolicy lifetimes, Instant now) {
    Workspace workspace = view.workspace();
    if (workspace.lifecycle() instanceof Lifecycle.Deleted(Receipt receipt)) {
      return gone(workspace, lifetimes.graceEnd(receipt), lifetimes, now);
    }
    if (tenants.isEmpty() || !isLiving(workspace)) {
      return of(view, false, now);
    }
    Outlook alone = of(view, true, now);
    boolean overdue = !workspace.endsAt().isAfter(now);
    return new Outlook(
        alone.next
            + (overdue ? " It" : " At its expiry it")
            + " is kept until those are gone that live in its cluster: "
            + Tenants.named(tenants)
            + ".",
        alone.when);
  }

  /** The grace counts as it is now: who brings something back is judged by that. */
  private static Outlook gone(
      Workspace workspace, Instant graceEnd, LifetimePolicy lifetimes, Instant now) {
    if (lifetimes.isRevivable(workspace, now)) {
      return new Outlook(
          GONE + " As its time was up, it can be brought back until " + graceEnd + ".",
          null,
          graceEnd);
    }
    return open(
        workspace.terms().expired() && lifetimes.graceDays() > 0
            ? GONE + " It could be brought back until " + graceEnd + "."
            : GONE);
  }

  private static boolean isLiving(Workspace workspace) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Provisioning ignored -> true;
      case Lifecycle.Provisioned ignored -> true;
      case Lifecycle.ProvisioningFailed ignored -> true;
      case Lifecycle.Absent ignored -> false;
      case Lifecycle.Destroying ignored -> false;
      case Lifecycle.DestroyFailed ignored -> false;
      case Lifecycle.Destroyed ignored -> false;
      case Lifecycle.Deleted ignored -> false;
    };
  }

  private static Outlook of(WorkspaceView view, boolean held, Instant now) {
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
              ? unless("somebody retries, updates or deletes it", workspace, held, now)
              : ofPods(view.readiness(), workspace, held, now);
      case Lifecycle.ProvisioningFailed ignored ->
          unless("somebody retries, updates or deletes it", workspace, held, now);
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
      case Lifecycle.Deleted ignored -> open(GONE);
    };
  }

  String next() {
    return next;
  }

  Optional<Instant> when() {
    return Optional.ofNullable(when);
  }

  /** Until when it can be brought back; empty where it cannot. */
  Optional<Instant> revivable() {
    return Optional.ofNullable(revivable);
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

  private static Outlook ofPods(
      Readiness readiness, Workspace workspace, boolean held, Instant now) {
    return switch (readiness) {
      case Readiness.Unknown ignored -> open("Its pods are looked for in the cluster.");
      case Readiness.Ready ignored -> new Outlook(end(workspace, held, now), workspace.endsAt());
      case Readiness.NotReady notReady when notReady.isFatal() ->
          unless("somebody updates or deletes it", workspace, held, now);
      case Readiness.NotReady(List<Reason> reasons) ->
          open("It is ready when this has ended: " + Sentences.of(reasons) + ".");
    };
  }

  private static Outlook unless(String somebody, Workspace workspace, boolean held, Instant now) {
    return new Outlook(
        "Nothing, until " + somebody + ". " + end(workspace, held, now), workspace.endsAt());
  }

  /**
   * @param held whether it is not deleted then
   */
  private static String end(Workspace workspace, boolean held, Instant now) {
    Instant end = workspace.endsAt();
    if (!end.isAfter(now)) {
      return "Its time was up at " + end + (held ? "." : "; it is to be deleted now.");
    }
    return end.isAfter(workspace.expiresAt())
        ? "It expires at "
            + workspace.expiresAt()
            + ", but is protected until "
            + end
            + (held ? "." : " and is deleted then.")
        : "It expires at " + end + (held ? "." : " and is deleted then.");
  }
}
