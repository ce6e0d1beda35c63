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
  private final Outcomes outcomes;

  public Decider(
      ExpiryPolicy expiry, RetryPolicy provisioning, RetryPolicy destroying, SpecCheck check) {
    Admission admission = new Admission(expiry, check);
    this.creations = new Creations(admission);
    this.extensions = new Extensions(admission);
    this.outcomes = new Outcomes(provisioning, destroying);
  }

  /** The events that follow from a command; none when it was decided before. */
  public List<LifecycleEvent> decide(Workspace workspace, Command command, Instant now) {
    if (workspace.hasDecided(command.id())) {
      return List.of();
    }
    return List.of(
        switch (command) {
          case Command.Create create -> creations.decide(workspace, create, now);
          case Command.Delete delete -> Deletions.decide(workspace, delete);
          case Command.ConfirmDeletion confirm -> Deletions.confirm(workspace, confirm);
          case Command.Extend extend -> extensions.decide(workspace, extend, now);
          case Command.Retry retry -> Interventions.retry(workspace, retry, now);
          case Command.Cancel cancel -> Interventions.cancel(workspace, cancel);
          case Command.ReportDrift report -> Drifts.decide(workspace, report);
        });
  }

  /** The events that follow from a report; none when it belongs to an attempt that is over. */
  public List<LifecycleEvent> report(Workspace workspace, AttemptReport report, Instant now) {
    return outcomes.of(workspace, report, now);
  }
}
