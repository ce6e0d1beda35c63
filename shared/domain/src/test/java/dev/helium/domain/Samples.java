package dev.helium.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A workspace in every state, and what tests need around it. */
final class Samples {
  static final WorkspaceId ID = new WorkspaceId("example");
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final Instant EXPIRY = Instant.parse("2026-03-05T00:00:00Z");
  static final int ATTEMPT = 7;
  static final int INCARNATION = 2;
  static final WorkspaceSpec SPEC = new WorkspaceSpec("namespace", Map.of(), Map.of());
  static final DeletionReason REQUESTED = new DeletionReason.Requested();
  static final Failure PASSING = new Failure(FailureKind.CLUSTER_UNREACHABLE, "no answer");
  static final Failure LASTING = new Failure(FailureKind.REFUSED_BY_CLUSTER, "quota exceeded");
  static final Receipt RECEIPT = new Receipt(INCARNATION, List.of("all gone"), NOW);
  static final Holdup HOLDUP = new Holdup(List.of("its finalizer a is still on it"), NOW);
  static final ExpiryPolicy POLICY = new ExpiryPolicy(ZoneOffset.UTC, 1, 90);
  static final RetryPolicy THREE_TIMES =
      new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(10));
  static final Protection PROTECTION =
      new Protection(EXPIRY.plusSeconds(86_400), "ada", "the demo runs");
  static final Terms PROTECTED = new Terms(PROTECTION, Duration.ZERO, false);
  static final Terms EXPIRED = new Terms(Protection.NONE, Duration.ofHours(1), true);
  static final Decider DECIDER =
      new Decider(POLICY, THREE_TIMES, THREE_TIMES, ignored -> List.of());

  static final String LOST_CLUSTER = "cluster lab is gone";
  static final String MISSING = "namespace example does not exist";

  private Samples() {}

  static Stream<Lifecycle> everyLifecycle() {
    return Stream.of(
        new Lifecycle.Absent(),
        new Lifecycle.Provisioning(ATTEMPT, 0, NOW),
        new Lifecycle.Provisioned(ATTEMPT, Map.of("K8sNamespace", "example")),
        new Lifecycle.ProvisioningFailed(ATTEMPT, LASTING),
        new Lifecycle.Destroying(ATTEMPT, 0, NOW, REQUESTED),
        new Lifecycle.DestroyFailed(ATTEMPT, LASTING, REQUESTED),
        new Lifecycle.Destroyed(ATTEMPT, REQUESTED),
        new Lifecycle.Deleted(RECEIPT));
  }

  static Workspace standing(Lifecycle lifecycle) {
    return lifecycle instanceof Lifecycle.Absent
        ? Workspace.absent(ID)
        : new Workspace(
            ID,
            INCARNATION,
            SPEC,
            "ada",
            NOW,
            EXPIRY,
            lifecycle,
            ATTEMPT,
            new CommandId("first"),
            20,
            List.of(
                new Decided(
                    new CommandId("first"),
                    NOW,
                    new Decision.Accepted(Decision.Consequence.CREATED))));
  }

  static EventRecord record(Workspace workspace, Event event) {
    return new EventRecord(
        workspace.id(),
        Source.PROVISIONER,
        workspace.sequence() + 1,
        new Cause.Commanded(new CommandId("cause")),
        NOW,
        event);
  }

  static Command.Create creation(ExpiryRequest expiry) {
    return new Command.Create(
        new CommandId("create"), ID, "bob", "namespace", Map.of(), Map.of(), expiry);
  }

  static Command.Delete removal(DeletionReason reason) {
    return new Command.Delete(new CommandId("delete"), ID, "bob", reason);
  }

  static Command.Extend extension(ExpiryRequest expiry, String why) {
    return new Command.Extend(new CommandId("extend"), ID, "bob", expiry, why);
  }

  static Command.Retry retry() {
    return new Command.Retry(new CommandId("retry"), ID, "bob");
  }

  static Command.Cancel cancellation() {
    return new Command.Cancel(new CommandId("cancel"), ID, "bob");
  }

  static Command.ReportHeld report(int incarnation) {
    return new Command.ReportHeld(new CommandId("held"), ID, incarnation, HOLDUP);
  }

  static Command.Protect protection(ExpiryRequest until, String why) {
    return new Command.Protect(new CommandId("protect"), ID, "bob", until, why);
  }

  static Command.Unprotect unprotection() {
    return new Command.Unprotect(new CommandId("unprotect"), ID, "bob");
  }

  static Command.Shorten shortening(ExpiryRequest expiry, String why) {
    return new Command.Shorten(new CommandId("shorten"), ID, "bob", expiry, why);
  }

  static Command.AnnounceExpiry announcement(Instant end, Duration lead) {
    return new Command.AnnounceExpiry(new CommandId("announce"), ID, INCARNATION, end, lead);
  }

  static Command.Revive revival(ExpiryRequest expiry) {
    return new Command.Revive(new CommandId("revive"), ID, "bob", expiry);
  }

  static Command.ReportDrift drift(int attempt) {
    return new Command.ReportDrift(new CommandId("drift"), ID, attempt, MISSING);
  }

  static DeniedCommand denial() {
    return new DeniedCommand(new CommandId("deny"), ID, "bob", Refusal.of(RefusalReason.QUOTA));
  }

  static Command.ReportClusterGone clusterGone(int incarnation) {
    return new Command.ReportClusterGone(
        new CommandId("cluster-gone"), ID, incarnation, LOST_CLUSTER);
  }

  /** As {@link #standing}, in the cluster that another workspace made. */
  static Workspace abroad(Lifecycle lifecycle) {
    return standing(lifecycle)
        .wanting(new WorkspaceSpec("namespace", Map.of("clusterStack", "lab"), Map.of()), EXPIRY);
  }

  static Event refused(RefusalReason reason) {
    return new Event.Refused(Refusal.of(reason));
  }

  static Event invalid(String field, String rule) {
    return new Event.Refused(Refusal.invalid(List.of(new FieldError(field, rule))));
  }

  /** The one event that was decided. */
  static Event only(List<Event.LifecycleEvent> events) {
    assertThat(events).hasSize(1);
    return events.getFirst();
  }
}
