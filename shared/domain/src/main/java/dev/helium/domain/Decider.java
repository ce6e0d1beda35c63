package dev.helium.domain;

import dev.helium.domain.Event.LifecycleEvent;
import java.time.Instant;
import java.util.List;

/**
 * Says what follows from a command or from the report of an attempt. Pure: the same workspace,
 * command and instant always give the same events, and nothing else happens.
 *
 * <p>Intent is monotonic: once deletion was requested a workspace only goes on towards deleted.
 */
public final class Decider {
  private final Creations creations;
  private final Extensions extensions;
  private final Protections protections;
  private final Announcements announcements;
  private final Revivals revivals;
  private final Outcomes outcomes;
  private final AdmissionGate gate;

  /** The same lifetimes for everybody. */
  public Decider(
      ExpiryPolicy expiry, RetryPolicy provisioning, RetryPolicy destroying, SpecCheck check) {
    this(LifetimePolicy.same(expiry), provisioning, destroying, check);
  }

  /** Nobody has a quota. */
  public Decider(
      LifetimePolicy lifetimes, RetryPolicy provisioning, RetryPolicy destroying, SpecCheck check) {
    this(lifetimes, provisioning, destroying, check, AdmissionRule.NOBODY);
  }

  /**
   * @param rule whose commands have to be admitted first
   */
  public Decider(
      LifetimePolicy lifetimes,
      RetryPolicy provisioning,
      RetryPolicy destroying,
      SpecCheck check,
      AdmissionRule rule) {
    Admission admission = new Admission(lifetimes, check);
    this.creations = new Creations(admission);
    this.extensions = new Extensions(admission);
    this.protections = new Protections(admission);
    this.announcements = new Announcements(lifetimes.warnings());
    this.revivals = new Revivals(lifetimes, admission);
    this.outcomes = new Outcomes(provisioning, destroying);
    this.gate = new AdmissionGate(rule);
  }

  /** The events that follow from a command; none when it was decided before. */
  public List<LifecycleEvent> decide(Workspace workspace, Command command, Instant now) {
    if (workspace.hasDecided(command.id())) {
      return List.of();
    }
    return List.of(decided(workspace, command, now));
  }

  private LifecycleEvent decided(Workspace workspace, Command command, Instant now) {
    return switch (command) {
      case Command.Admissible admissible ->
          gate.straight(workspace, admissible, of(workspace, admissible, now));
      case AdmittedCommand admitted ->
          gate.admitted(workspace, admitted, of(workspace, admitted.asked(), now));
      case DeniedCommand deny -> new Event.Refused(deny.refusal());
      case Command.Delete delete -> Deletions.decide(workspace, delete, now);
      case Command.ConfirmDeletion confirm -> Deletions.confirm(workspace, confirm);
      case Command.Retry retry -> Interventions.retry(workspace, retry, now);
      case Command.Cancel cancel -> Interventions.cancel(workspace, cancel);
      case Command.ReportHeld report -> Deletions.held(workspace, report);
      case Command.Unprotect unprotect -> Protections.unprotect(workspace, unprotect, now);
      case Command.Shorten shorten -> extensions.shorten(workspace, shorten, now);
      case Command.AnnounceExpiry announce -> announcements.decide(workspace, announce, now);
      case Command.ReportDrift report -> Drifts.decide(workspace, report);
      case Command.ReportClusterGone report -> ClusterLosses.decide(workspace, report);
      case ConditionalCommand(Command bare, Expectation expectation) ->
          expecting(workspace, decided(workspace, bare, now), expectation);
    };
  }

  /** What would be refused anyway is refused for its own reason. */
  private static LifecycleEvent expecting(
      Workspace workspace, LifecycleEvent otherwise, Expectation expectation) {
    return otherwise instanceof Event.Refused || expectation.holds(workspace)
        ? otherwise
        : Event.Refused.because(RefusalReason.NOT_AS_EXPECTED, expectation.otherwise());
  }

  private LifecycleEvent of(Workspace workspace, Command.Admissible command, Instant now) {
    return switch (command) {
      case Command.Create create -> creations.decide(workspace, create, now);
      case Command.Extend extend -> extensions.decide(workspace, extend, now);
      case Command.Protect protect -> protections.protect(workspace, protect, now);
      case Command.Revive revive -> revivals.decide(workspace, revive, now);
    };
  }

  /** The events that follow from a report; none when it belongs to an attempt that is over. */
  public List<LifecycleEvent> report(Workspace workspace, AttemptReport report, Instant now) {
    return outcomes.of(workspace, report, now);
  }
}
