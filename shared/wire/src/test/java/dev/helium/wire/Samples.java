package dev.helium.wire;

import dev.helium.domain.AdmittedCommand;
import dev.helium.domain.AuditEntry;
import dev.helium.domain.BackendDescription;
import dev.helium.domain.Cause;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.ConditionalCommand;
import dev.helium.domain.Connection;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.DeniedCommand;
import dev.helium.domain.Digest;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Expectation;
import dev.helium.domain.ExpiryRequest;
import dev.helium.domain.Failure;
import dev.helium.domain.FailureKind;
import dev.helium.domain.FieldError;
import dev.helium.domain.Holdup;
import dev.helium.domain.LabelRequest;
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
import dev.helium.domain.WorkspaceVersion;
import dev.helium.domain.quota.Claim;
import dev.helium.domain.quota.Footprint;
import dev.helium.domain.quota.Holding;
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
  static final WorkspaceSpec LABELLED =
      new WorkspaceSpec("namespace", Map.of(), Map.of(), Map.of("team", "blue"));

  private Samples() {}

  static Stream<Event> events() {
    Failure failure = new Failure(FailureKind.TIMED_OUT, "too slow");
    return Stream.of(
        new Event.Created(1, 1, SPEC, "ada", NOW),
        new Event.Created(2, 4, SPEC, "ada", NOW, "bob"),
        new Event.Updated(2, SPEC, "ada", NOW),
        new Event.Updated(3, LABELLED, "ada", NOW),
        new Event.ExpiryChanged(NOW, "ada", "the demo was moved"),
        new Event.Retried(3, "ada"),
        new Event.Cancelled(3, "ada"),
        new Event.DeletionRequested(3, new DeletionReason.Requested(), "ada"),
        new Event.DeletionRequested(3, new DeletionReason.Expired(NOW), "deletion-controller"),
        new Event.DeletionRequested(3, new DeletionReason.Expired(NOW, NOW), ""),
        new Event.DeletionRequested(3, new DeletionReason.Swept(1), ""),
        new Event.DeletionRequested(3, new DeletionReason.Drifted(2), "deletion-controller"),
        new Event.ClusterGone(4, "cluster lab is gone"),
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
        new Command.ReportDrift(COMMAND, ID, 2, "namespace example does not exist"),
        new ConditionalCommand(
            new Command.Cancel(COMMAND, ID, "ada"),
            new Expectation.Unchanged(new WorkspaceVersion("0123456789abcdef"))),
        new ConditionalCommand(new Command.Retry(COMMAND, ID, "ada"), new Expectation.Something()),
        new ConditionalCommand(
            creation(new ExpiryRequest.Unspecified()), new Expectation.Nothing()),
        new AdmittedCommand(creation(new ExpiryRequest.At(NOW)), "ada"),
        new AdmittedCommand(
            new Command.Extend(COMMAND, ID, "bob", new ExpiryRequest.At(NOW), ""), "ada"),
        new AdmittedCommand(
            new Command.Protect(COMMAND, ID, "bob", new ExpiryRequest.At(NOW), "a demo"), "ada"),
        new AdmittedCommand(
            new Command.Revive(COMMAND, ID, "bob", new ExpiryRequest.Unspecified()), "ada"),
        new DeniedCommand(
            COMMAND,
            ID,
            "ada",
            new Refusal(
                RefusalReason.QUOTA,
                List.of(new FieldError("quota", "5 of 5 workspaces are taken")),
                "5 of 5 workspaces of ada are taken.")),
        new Command.ReportClusterGone(COMMAND, ID, 2, "cluster lab is gone"),
        new Command.Create(
            COMMAND,
            ID,
            "ada",
            "namespace",
            Map.of(),
            Map.of(),
            new ExpiryRequest.Unspecified(),
            new LabelRequest.Exactly(Map.of("team", "blue"))));
  }

  static Stream<Claim> claims() {
    Holding holding = new Holding("namespace", new Footprint(1_500, 1L << 30), NOW);
    return Stream.of(
        Claim.nothing("ada", ID).living(holding),
        Claim.nothing("ada@example.org", ID)
            .reserving(new CommandId("c-2"), holding)
            .placed(new CommandId("c-2"), 17));
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
                LedgerSweep.Direction.looked("namespaces", ClusterName.DEFAULT),
                LedgerSweep.Direction.notLooked(
                    "stacks", ClusterName.DEFAULT, "no folder of them is set")),
            1),
        new LedgerSweep(
            NOW,
            List.of(
                LedgerSweep.Direction.notLooked(
                    "namespaces", new ClusterName("lab"), "it could not be read"),
                LedgerSweep.Direction.looked("objects", ClusterName.DEFAULT)
                    .except(List.of("Lease.coordination.k8s.io", "Secret"))),
            0));
  }

  static Stream<BackendDescription> backends() {
    return Stream.of(
        new BackendDescription(
            "namespace",
            "A namespace.",
            "{\"type\":\"object\"}",
            Map.of("K8sNamespace", "The namespace.")),
        new BackendDescription(
            "namespace",
            "A namespace.",
            "{\"type\":\"object\"}",
            Map.of("K8sNamespace", "The namespace."),
            Map.of("small", "{\"replicas\":1}"),
            Map.of("helmVersion", "chart.version"),
            List.of("web"),
            "{\"type\":\"object\"}",
            "# A namespace\n"));
  }

  static Stream<AuditEntry> audits() {
    return Stream.of(
        new AuditEntry(
            "a-1",
            NOW,
            "ada",
            "user",
            "token",
            "ci",
            "deleteWorkspace",
            "example",
            "c-1",
            409,
            "urn:helium:problem:conflict",
            "127.0.0.1"));
  }

  /** All of them as they are written today. */
  static Stream<Encoded> encoded() {
    return Stream.of(
            records().map(new EventCodec()::encode),
            commands().map(new CommandCodec()::encode),
            entries().map(new LedgerCodec()::encode),
            claims().map(new ClaimCodec()::encode),
            backends().map(backend -> new BackendCodec().encode(backend, NOW)),
            audits().map(new AuditCodec()::encode))
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

  private static Command.Create creation(ExpiryRequest expiry) {
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
