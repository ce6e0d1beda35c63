package dev.helium.deletion;

import dev.helium.domain.Cause;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.Receipt;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events as the provisioner writes them. */
public final class Samples {
  public static final WorkspaceId DEMO = new WorkspaceId("demo");
  public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  public static final Failure FAILURE = new Failure(FailureKind.TIMED_OUT, "late");

  private static final WorkspaceSpec SPEC = new WorkspaceSpec("namespace", Map.of(), Map.of());

  private Samples() {}

  public static Event.Created created(int incarnation, Instant expiry) {
    return new Event.Created(incarnation, 1, SPEC, "me", expiry);
  }

  public static Event.Updated updated(Instant expiry) {
    return new Event.Updated(2, SPEC, "me", expiry);
  }

  public static Event.DeletionRequested deletionRequested() {
    return new Event.DeletionRequested(3, new DeletionReason.Requested(), "me");
  }

  public static Event.Deleted deleted(int incarnation) {
    return new Event.Deleted(new Receipt(incarnation, List.of("gone"), NOW));
  }

  public static EventRecord record(WorkspaceId workspace, long sequence, Event event) {
    return new EventRecord(
        workspace, Source.PROVISIONER, sequence, new Cause.Observed(), NOW, event);
  }
}
