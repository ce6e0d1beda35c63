package dev.helium.wire;

import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Connection;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Digest;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.FieldError;
import dev.helium.domain.Holdup;
import dev.helium.domain.LedgerEntry;
import dev.helium.domain.LedgerSweep;
import dev.helium.domain.Milestones;
import dev.helium.domain.Orphan;
import dev.helium.domain.OrphanKind;
import dev.helium.domain.Progress;
import dev.helium.domain.Proof;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.Receipt;
import dev.helium.domain.Refusal;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.SealedContent;
import dev.helium.domain.Source;
import dev.helium.domain.Step;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An event and a command of every kind, with every field filled, and of every kind of field. */
final class Samples {
  static final WorkspaceId ID = new WorkspaceId("example");
  static final CommandId COMMAND = new CommandId("c-1");
  static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");
  static final Digest DIGEST = new Digest("ab".repeat(32));
  static final WorkspaceSpec SPEC =
      new WorkspaceSpec("namespace", Map.of("pachdVersion", "2.4"), Map.of("valuesYaml", DIGEST));

  private Samples() {}

  static Stream<Event> events() {
    Failure failure = new Failure(FailureKind.TIMED_OUT, "too slow");
    return Stream.of(
        new Event.Created(1, 1, SPEC, "ada", NOW),
        new Event.Created(2, 4, SPEC, "ada", NOW, "bob"),
        new Event.Updated(2, SPEC, "ada", NOW),
        new Event.ExpiryChanged(NOW, "ada", "the demo was moved"),
        new Event.Retried(3, "ada"),
        new Event.Cancelled(3, "ada"),
        new Event.DeletionRequested(3, new DeletionReason.Requested(), "ada"),
        new Event.DeletionRequested(3, new DeletionReason.Expired(NOW), "deletion-controller"),
        new Event.DeletionRequested(3, new DeletionReason.Expired(NOW, NOW), ""),
        new Event.DeletionRequested(3, new DeletionReason.Swept(1), ""),
        new Event.DeletionRequested(3, new DeletionReason.Drifted(2), "deletion-controller"),
        new Event.Drifted(2, "namespace example does not exist"),
        new Event.Progressed(1, List.of(new Step("create", "Namespace/example"))),
        new Event.Provisioned(1, Map.of("K8sNamespace", "example")),
        new Event.RetryScheduled(1, failure, 2, NOW),
        new Event.GaveUp(2, failure),
        new Event.Destroyed(3),
        new Event.Deleted(new Receipt(1, List.of("the namespace is gone"), NOW)),
        new Event.Deleted(receipt(1)),
        new Event.DeletionHeld(1, new Holdup(List.of("its finalizer a is still on it"), NOW)),
        new Event.Unchanged(),
        new Event.Refused(Refusal.invalid(List.of(new FieldError("expiry", "is too far")))),
        new Event.Refused(
            new Refusal(RefusalReason.PROTECTED, List.of(), "It is protected until Monday.")),
        new Event.Protected(NOW, "ada", "the demo runs"),
        new Event.Unprotected("ada"),
        new Event.ExpiringSoon(NOW, Duration.ofHours(24), "/v1/api/workspace/example/extend"),
        new Event.ReadinessChanged(1, new Readiness.Unknown()),
        new Event.ReadinessChanged(1, new Readiness.Ready()),
        new Event.ReadinessChanged(
            1,
            new Readiness.NotReady(
                List.of(new Reason(ReasonKind.FATAL, "Pod/web", "ImagePullBackOff", "no image")))),
        new Event.ReadinessChanged(
            1,
            new Readiness.NotReady(
                List.of(
                    new Reason(ReasonKind.FATAL, "Pod/web", "ImagePullBackOff", "no image", NOW)))),
        new Event.ReadinessChanged(
            1,
            new Readiness.NotReady(
                List.of(
                    new Reason(ReasonKind.WAITING, "Pod/web", "ContainerCreating", "soon", NOW))),
            new Progress(7, 9, "Pod/web"),
            new Milestones(NOW, Milestones.UNKNOWN)),
        new Event.ConnectionChanged(1, Map.of("Service/web", "10.0.0.1")),
        new Event.ConnectionChanged(
            1,
            Map.of("Service/web", "10.0.0.1"),
            List.of(
                new Connection(
                    Connection.Kind.LINK,
                    "Service/web",
                    "console",
                    Connection.Scheme.HTTP,
                    "10.0.0.1",
                    80,
                    "/",
                    "web-login"))));
  }

  static Stream<EventRecord> records() {
    return events().map(event -> record(7, event));
  }

  static Stream<Command> commands() {
    return Stream.of(
        creation(new ExpiryRequest.Unspecified()),
        creation(new ExpiryRequest.EndOfDay(LocalDate.of(2026, 3, 2))),
        creation(new ExpiryRequest.At(NOW)),
        new Command.Extend(COMMAND, ID, "ada", new ExpiryRequest.At(NOW), "the demo was moved"),
        new Command.Retry(COMMAND, ID, "ada"),
        new Command.Cancel(COMMAND, ID, "ada"),
        new Command.Delete(COMMAND, ID, "ada", new DeletionReason.Requested()),
        new Command.Delete(COMMAND, ID, "", new DeletionReason.Expired(NOW)),
        new Command.Delete(COMMAND, ID, "", new DeletionReason.Expired(NOW, NOW)),
        new Command.Delete(COMMAND, ID, "", new DeletionReason.Swept(2)),
        new Command.ConfirmDeletion(COMMAND, ID, new Receipt(2, List.of("gone"), NOW)),
        new Command.ConfirmDeletion(COMMAND, ID, receipt(2)),
        new Command.Retry(COMMAND, ID, "deletion-controller", 7),
        new Command.ReportHeld(
            COMMAND, ID, 2, new Holdup(List.of("its finalizer a is still on it"), NOW)),
        new Command.Protect(COMMAND, ID, "ada", new ExpiryRequest.At(NOW), "the demo runs"),
        new Command.Unprotect(COMMAND, ID, "ada"),
        new Command.Shorten(COMMAND, ID, "ada", new ExpiryRequest.At(NOW), "the demo is over"),
        new Command.AnnounceExpiry(COMMAND, ID, 2, NOW, Duration.ofHours(24)),
        new Command.Revive(COMMAND, ID, "ada", new ExpiryRequest.At(NOW)),
        new Command.Delete(COMMAND, ID, "", new DeletionReason.Drifted(2)),
        new Command.ReportDrift(COMMAND, ID, 2, "namespace example does not exist"));
  }

  private static Receipt receipt(int incarnation) {
    return new Receipt(
        incarnation,
        List.of("gone"),
        NOW,
        new Proof(
            NOW.minusSeconds(9), NOW.minusSeconds(2), List.of("Pod"), List.of("Lease.example")));
  }

  static Stream<LedgerEntry> entries() {
    return Stream.of(
        new Orphan(
            OrphanKind.STRAY_NAMESPACE,
            "other",
            "example",
            "example",
            NOW,
            NOW.plusSeconds(300),
            List.of("namespace example exists"),
            "It is swept.",
            true),
        new LedgerSweep(
            NOW,
            List.of(
                LedgerSweep.Direction.looked("namespaces"),
                LedgerSweep.Direction.notLooked("stacks", "no folder of them is set")),
            1));
  }

  /** All of them as they are written today. */
  static Stream<Encoded> encoded() {
    return Stream.of(
            records().map(new EventCodec()::encode),
            commands().map(new CommandCodec()::encode),
            entries().map(new LedgerCodec()::encode))
        .flatMap(stream -> stream);
  }

  /** As the writer of such events would write it. */
  static EventRecord record(long sequence, Event event) {
    return switch (event) {
      case Event.LifecycleEvent ignored ->
          new EventRecord(
              ID, Source.PROVISIONER, sequence, new Cause.Commanded(COMMAND), NOW, event);
      case Event.ObservationEvent ignored ->
          new EventRecord(ID, Source.STATUS_WATCHER, sequence, new Cause.Observed(), NOW, event);
    };
  }

  private static Command creation(ExpiryRequest expiry) {
    return new Command.Create(
        COMMAND,
        ID,
        "ada",
        "namespace",
        Map.of("helmVersion", "1"),
        Map.of("valuesYaml", new SealedContent(DIGEST, "AAAA")),
        expiry);
  }
}
