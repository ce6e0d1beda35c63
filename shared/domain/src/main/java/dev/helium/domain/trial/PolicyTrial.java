package dev.helium.domain.trial;

import dev.helium.domain.AdmittedCommand;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.ConditionalCommand;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.DeniedCommand;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells who would have been reaped or refused when under another policy, from what was asked for
 * and what came of it. Takes in all commands first, then all events, those of one workspace in
 * their order.
 *
 * <p>What people asked for is taken as it was: nobody knows what they would have done instead. An
 * event whose command is not known counts as one that asked for the instant it got.
 */
public final class PolicyTrial {
  private final PolicyChoice choice;
  private final Map<CommandId, ExpiryRequest> requests = new HashMap<>();
  private final Map<WorkspaceId, TriedLife> current = new HashMap<>();
  private final List<TriedLife> lives = new ArrayList<>();

  public PolicyTrial(PolicyChoice choice) {
    this.choice = Objects.requireNonNull(choice);
  }

  /** Takes in what somebody asked for. */
  public void asked(Command command) {
    switch (command) {
      case Command.Create create -> requests.put(create.id(), create.expiry());
      case Command.Extend extend -> requests.put(extend.id(), extend.expiry());
      case Command.Delete ignored -> {}
      case Command.ConfirmDeletion ignored -> {}
      case Command.Retry ignored -> {}
      case Command.Cancel ignored -> {}
      case Command.ReportHeld ignored -> {}
      // What a protection asks for stands in its event.
      case Command.Protect ignored -> {}
      case Command.Unprotect ignored -> {}
      case Command.Shorten shorten -> requests.put(shorten.id(), shorten.expiry());
      case Command.AnnounceExpiry ignored -> {}
      case Command.Revive revive -> requests.put(revive.id(), revive.expiry());
      case Command.ReportDrift ignored -> {}
      case AdmittedCommand admitted -> asked(admitted.asked());
      case DeniedCommand ignored -> {}
      case Command.ReportClusterGone ignored -> {}
      case ConditionalCommand(Command bare, var ignored) -> asked(bare);
    }
  }

  /** Takes in what has happened. */
  public void happened(EventRecord record) {
    if (record.event() instanceof LifecycleEvent event) {
      happened(record, event);
    }
  }

  /** Every life so far, in the order of their beginnings. */
  public List<TrialOutcome> outcomes(Instant now) {
    return lives.stream()
        .map(life -> life.outcome(now))
        .sorted(Comparator.comparing(TrialOutcome::began).thenComparing(TrialOutcome::workspace))
        .toList();
  }

  private void happened(EventRecord record, LifecycleEvent event) {
    TriedLife life = current.get(record.workspace());
    switch (event) {
      case Event.Created created -> begin(record, created);
      case Event.Updated updated -> asked(life, "change", record, updated.expiresAt());
      case Event.ExpiryChanged changed -> asked(life, "extension", record, changed.expiresAt());
      case Event.DeletionRequested requested -> end(life, requested.reason(), record.time());
      case Event.Deleted ignored -> current.remove(record.workspace());
      case Event.Retried ignored -> {}
      case Event.Cancelled ignored -> {}
      case Event.Progressed ignored -> {}
      case Event.Provisioned ignored -> {}
      case Event.RetryScheduled ignored -> {}
      case Event.GaveUp ignored -> {}
      case Event.Destroyed ignored -> {}
      case Event.Unchanged ignored -> {}
      case Event.Refused ignored -> {}
      case Event.DeletionHeld ignored -> {}
      case Event.Protected held -> protect(life, held.until());
      case Event.Unprotected ignored -> unprotect(life, record.time());
      case Event.ExpiringSoon ignored -> {}
      case Event.Drifted ignored -> {}
      case Event.ClusterGone ignored -> {}
    }
  }

  private void begin(EventRecord record, Event.Created created) {
    TriedLife life =
        new TriedLife(
            record.workspace(),
            created,
            request(record, created.expiresAt()),
            record.time(),
            choice.of(created.spec().backend(), created.createdBy()));
    current.put(record.workspace(), life);
    lives.add(life);
  }

  private void asked(TriedLife life, String what, EventRecord record, Instant got) {
    if (life != null) {
      life.asked(what, request(record, got), record.time());
    }
  }

  private static void end(TriedLife life, DeletionReason reason, Instant time) {
    if (life == null) {
      return;
    }
    switch (reason) {
      case DeletionReason.Requested ignored -> life.deleted(time);
      // What it took until somebody acted on it is not the policy's.
      case DeletionReason.Expired expired -> life.expired(later(expired));
      case DeletionReason.Swept ignored -> {}
      case DeletionReason.Drifted ignored -> life.deleted(time);
    }
  }

  private static void protect(TriedLife life, Instant until) {
    if (life != null) {
      life.protectedUntil(until);
    }
  }

  private static void unprotect(TriedLife life, Instant time) {
    if (life != null) {
      life.unprotected(time);
    }
  }

  private static Instant later(DeletionReason.Expired expired) {
    return expired.expiry().isAfter(expired.protectedUntil())
        ? expired.expiry()
        : expired.protectedUntil();
  }

  private ExpiryRequest request(EventRecord record, Instant got) {
    return record.cause() instanceof Cause.Commanded(CommandId command)
        ? requests.getOrDefault(command, new ExpiryRequest.At(got))
        : new ExpiryRequest.At(got);
  }
}
