package dev.helium.provisioner;

import dev.helium.domain.Command;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.CommandBatch.Received;
import dev.helium.provisioner.attempt.Attempts;
import dev.helium.provisioner.decide.Consequences;
import dev.helium.provisioner.decide.Owner;
import dev.helium.provisioner.metrics.DecisionMeters;
import dev.helium.provisioner.upload.UploadKeeper;
import dev.helium.service.tracing.Tracing;
import java.time.Instant;
import java.util.List;

/** Keeps the uploads that decisions refer to, has the attempts run, and counts what is decided. */
final class Aftermath implements Consequences {
  private final UploadKeeper uploads;
  private final Attempts attempts;
  private final DecisionMeters meters;
  private final Tracing tracing;

  Aftermath(UploadKeeper uploads, Attempts attempts, DecisionMeters meters, Tracing tracing) {
    this.uploads = uploads;
    this.attempts = attempts;
    this.meters = meters;
    this.tracing = tracing;
  }

  @Override
  public void before(Command command, long offset, List<LifecycleEvent> events) {
    if (command.asked() instanceof Command.Create create
        && events.stream().anyMatch(Aftermath::accepts)) {
      uploads.keep(create, offset);
    }
  }

  @Override
  public void of(Workspace workspace, Owner owner) {
    attempts.consider(workspace, owner);
    uploads.changed(workspace, owner);
  }

  @Override
  public void decided(
      Received received, Workspace before, List<LifecycleEvent> events, Instant now) {
    tracing.measure(
        received.trace(),
        () -> meters.decided(received.command(), received.at(), before, events, now));
  }

  @Override
  public void reported(Workspace before, List<LifecycleEvent> events) {
    meters.reported(before, events);
  }

  @Override
  public void forget(WorkspaceId workspace, Owner owner) {
    attempts.forget(workspace, owner);
    uploads.disown(workspace, owner);
  }

  private static boolean accepts(LifecycleEvent event) {
    return event instanceof Event.Created || event instanceof Event.Updated;
  }
}
