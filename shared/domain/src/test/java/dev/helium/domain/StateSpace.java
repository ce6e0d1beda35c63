package dev.helium.domain;

import static dev.helium.domain.Samples.ATTEMPT;
import static dev.helium.domain.Samples.EXPIRY;
import static dev.helium.domain.Samples.HOLDUP;
import static dev.helium.domain.Samples.ID;
import static dev.helium.domain.Samples.INCARNATION;
import static dev.helium.domain.Samples.LASTING;
import static dev.helium.domain.Samples.NOW;
import static dev.helium.domain.Samples.PASSING;
import static dev.helium.domain.Samples.RECEIPT;
import static dev.helium.domain.Samples.REQUESTED;
import static dev.helium.domain.Samples.SPEC;
import static dev.helium.domain.Samples.THREE_TIMES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every situation that a workspace can be in, and everything that can come to it. */
final class StateSpace {
  /** As late as makes the next attempt wait. */
  private static final Instant LATER = NOW.plusSeconds(30);

  private static final Instant EXTENDED = EXPIRY.plusSeconds(3600);
  private static final int LAST = THREE_TIMES.limit() - 1;
  private static final List<Step> STEPS = List.of(new Step("create", "Pod/a"));

  private StateSpace() {}

  /**
   * @param when what matters beside the state; empty when nothing does
   */
  record Situation(String when, Workspace workspace) {
    String state() {
      return Kinds.of(workspace.lifecycle());
    }

    @Override
    public String toString() {
      return when.isEmpty() ? state() : state() + " " + when;
    }
  }

  /** Commands under the same words lead to the same; what comes before a comma names the kind. */
  record Request(String words, Command command) {}

  /** Reports under the same words lead to the same; what comes before a comma names the kind. */
  record Report(String words, AttemptReport report) {}

  static List<Situation> situations() {
    return Stream.of(
            situation("", new Lifecycle.Absent()),
            situation("while an attempt is due", new Lifecycle.Provisioning(ATTEMPT, 0, NOW)),
            situation("while the next waits", new Lifecycle.Provisioning(ATTEMPT, 1, LATER)),
            situation("in the last attempt", new Lifecycle.Provisioning(ATTEMPT, LAST, NOW)),
            guarded(new Lifecycle.Provisioning(ATTEMPT, 0, NOW)),
            situation(
                "while all of it is there",
                new Lifecycle.Provisioned(ATTEMPT, Map.of("K8sNamespace", "example"))),
            situation(
                "while something is missing",
                new Lifecycle.Provisioned(
                    ATTEMPT, Map.of("K8sNamespace", "example"), Samples.MISSING)),
            guarded(new Lifecycle.Provisioned(ATTEMPT, Map.of())),
            new Situation(
                "while it is protected and something is missing",
                Samples.standing(new Lifecycle.Provisioned(ATTEMPT, Map.of(), Samples.MISSING))
                    .under(Samples.PROTECTED)),
            situation("", new Lifecycle.ProvisioningFailed(ATTEMPT, LASTING)),
            guarded(new Lifecycle.ProvisioningFailed(ATTEMPT, LASTING)),
            situation(
                "while an attempt is due", new Lifecycle.Destroying(ATTEMPT, 0, NOW, REQUESTED)),
            situation(
                "while the next waits", new Lifecycle.Destroying(ATTEMPT, 1, LATER, REQUESTED)),
            situation(
                "in the last attempt", new Lifecycle.Destroying(ATTEMPT, LAST, NOW, REQUESTED)),
            situation(
                "in the default cluster", new Lifecycle.DestroyFailed(ATTEMPT, LASTING, REQUESTED)),
            abroad(new Lifecycle.Destroying(ATTEMPT, 0, NOW, REQUESTED)),
            abroad(new Lifecycle.DestroyFailed(ATTEMPT, LASTING, REQUESTED)),
            lost(new Lifecycle.Destroying(ATTEMPT, 0, NOW, REQUESTED)),
            lost(new Lifecycle.DestroyFailed(ATTEMPT, LASTING, REQUESTED)),
            situation("", new Lifecycle.Destroyed(ATTEMPT, REQUESTED)),
            abroad(new Lifecycle.Destroyed(ATTEMPT, REQUESTED)),
            situation("", new Lifecycle.Deleted(RECEIPT)),
            new Situation(
                "because its time was up",
                Samples.standing(new Lifecycle.Deleted(RECEIPT)).under(Samples.EXPIRED)))
        .toList();
  }

  static List<Request> requests() {
    return Stream.of(
            create("create", "namespace", new ExpiryRequest.Unspecified()),
            create("create", "namespace", new ExpiryRequest.EndOfDay(LocalDate.of(2026, 3, 4))),
            create("create", "namespace", new ExpiryRequest.At(EXTENDED)),
            create("create, breaking a rule", "namespace", new ExpiryRequest.At(NOW)),
            create("create, by another backend", "posthog", new ExpiryRequest.Unspecified()),
            delete("delete", REQUESTED),
            delete("expire", new DeletionReason.Expired(EXPIRY)),
            delete(
                "expire, but extended since", new DeletionReason.Expired(EXPIRY.minusSeconds(1))),
            delete("sweep", new DeletionReason.Swept(INCARNATION)),
            delete("sweep", new DeletionReason.Swept(INCARNATION - 1)),
            delete("sweep, of a life to come", new DeletionReason.Swept(INCARNATION + 1)),
            delete("close", new DeletionReason.Drifted(ATTEMPT)),
            delete("close, of what was made before", new DeletionReason.Drifted(ATTEMPT - 1)),
            confirm("confirm", INCARNATION),
            confirm("confirm, of another life", INCARNATION - 1),
            extend("extend", new ExpiryRequest.At(EXTENDED)),
            extend("extend", new ExpiryRequest.EndOfDay(LocalDate.of(2026, 3, 5))),
            extend("extend, breaking a rule", new ExpiryRequest.At(EXPIRY)),
            extend("extend, breaking a rule", new ExpiryRequest.Unspecified()),
            new Request("retry", Samples.retry()),
            retry("retry", ATTEMPT),
            retry("retry, of another attempt", ATTEMPT - 1),
            held("held", INCARNATION),
            held("held, of another life", INCARNATION - 1),
            new Request("cancel", Samples.cancellation()),
            protect("protect", new ExpiryRequest.Unspecified(), "the demo runs"),
            protect("protect", new ExpiryRequest.At(EXTENDED), "the demo runs"),
            protect(
                "protect", new ExpiryRequest.EndOfDay(LocalDate.of(2026, 3, 5)), "the demo runs"),
            protect("protect, breaking a rule", new ExpiryRequest.At(NOW), "the demo runs"),
            protect("protect, breaking a rule", new ExpiryRequest.Unspecified(), ""),
            new Request("unprotect", Samples.unprotection()),
            shorten("shorten", new ExpiryRequest.At(EXPIRY.minusSeconds(1))),
            shorten("shorten", new ExpiryRequest.EndOfDay(LocalDate.of(2026, 3, 3))),
            shorten("shorten, breaking a rule", new ExpiryRequest.At(EXPIRY)),
            shorten("shorten, breaking a rule", new ExpiryRequest.Unspecified()),
            announce("announce its expiry", EXPIRY),
            announce("announce the end of its protection", Samples.PROTECTION.until()),
            announce("announce another end", EXPIRY.minusSeconds(1)),
            revive("revive", new ExpiryRequest.Unspecified()),
            revive("revive", new ExpiryRequest.At(EXTENDED)),
            revive("revive", new ExpiryRequest.EndOfDay(LocalDate.of(2026, 3, 5))),
            revive("revive, breaking a rule", new ExpiryRequest.At(NOW)),
            admitted("admitted", "bob"),
            admitted("admitted, for who made it", "ada"),
            admitted("admitted, on nobody's account", "eve"),
            new Request("deny", Samples.denial()),
            new Request("drift", Samples.drift(ATTEMPT)),
            new Request("drift, of what was made before", Samples.drift(ATTEMPT - 1)),
            new Request("cluster gone", Samples.clusterGone(INCARNATION)),
            new Request("cluster gone, of another life", Samples.clusterGone(INCARNATION - 1)),
            expecting("create, only if there is none", new Expectation.Nothing()),
            expecting("create, only if there is one", new Expectation.Something()),
            expecting(
                "create, only if it is as it was",
                new Expectation.Unchanged(new WorkspaceVersion("0123456789abcdef"))))
        .toList();
  }

  /** What the newest attempt can say. */
  static List<Report> reports() {
    return List.of(
        new Report("progress", new AttemptReport.Progressed(ATTEMPT, STEPS)),
        new Report("applied", new AttemptReport.Applied(ATTEMPT, Map.of("K8s", "kubectl"))),
        new Report("destroyed", new AttemptReport.Destroyed(ATTEMPT)),
        new Report("failed, may pass", new AttemptReport.Failed(ATTEMPT, PASSING)),
        new Report("failed, for good", new AttemptReport.Failed(ATTEMPT, LASTING)));
  }

  /** What an attempt that is over, or that was never begun, can say. */
  static List<AttemptReport> foreignReports() {
    return Stream.of(ATTEMPT - 1, ATTEMPT + 1)
        .<AttemptReport>flatMap(
            attempt ->
                Stream.of(
                    new AttemptReport.Progressed(attempt, STEPS),
                    new AttemptReport.Applied(attempt, Map.of()),
                    new AttemptReport.Destroyed(attempt),
                    new AttemptReport.Failed(attempt, PASSING),
                    new AttemptReport.Failed(attempt, LASTING)))
        .toList();
  }

  static List<Event> events() {
    int next = ATTEMPT + 1;
    return List.of(
        new Event.Created(INCARNATION + 1, next, SPEC, "bob", EXPIRY),
        new Event.Updated(next, SPEC, "bob", EXPIRY),
        new Event.ExpiryChanged(EXTENDED, "bob", "the demo was moved"),
        new Event.Retried(next, "bob"),
        new Event.Cancelled(ATTEMPT, "bob"),
        new Event.DeletionRequested(next, REQUESTED, "bob"),
        new Event.Progressed(ATTEMPT, STEPS),
        new Event.Provisioned(ATTEMPT, Map.of("K8s", "kubectl")),
        new Event.RetryScheduled(ATTEMPT, PASSING, next, LATER),
        new Event.GaveUp(ATTEMPT, LASTING),
        new Event.Destroyed(ATTEMPT),
        new Event.Deleted(RECEIPT),
        new Event.DeletionHeld(INCARNATION, HOLDUP),
        new Event.Drifted(ATTEMPT, Samples.MISSING),
        new Event.ClusterGone(next, Samples.LOST_CLUSTER),
        new Event.Unchanged(),
        new Event.Refused(Refusal.of(RefusalReason.BEING_DELETED)),
        new Event.Protected(EXTENDED, "bob", "the demo runs"),
        new Event.Unprotected("bob"),
        new Event.ExpiringSoon(EXPIRY, Duration.ofHours(1), "/v1/api/workspace/example/extend"),
        new Event.ReadinessChanged(INCARNATION, new Readiness.Ready()),
        new Event.ConnectionChanged(INCARNATION, Map.of("Service/web", "10.0.0.1")));
  }

  private static Situation situation(String when, Lifecycle lifecycle) {
    return new Situation(when, Samples.standing(lifecycle));
  }

  private static Situation abroad(Lifecycle lifecycle) {
    return new Situation("in another cluster", Samples.abroad(lifecycle));
  }

  private static Situation lost(Lifecycle lifecycle) {
    return new Situation(
        "when its cluster is gone", Samples.abroad(lifecycle).under(Terms.NONE.withoutCluster()));
  }

  private static Situation guarded(Lifecycle lifecycle) {
    return new Situation(
        "while it is protected", Samples.standing(lifecycle).under(Samples.PROTECTED));
  }

  private static Request create(String words, String backend, ExpiryRequest expiry) {
    return new Request(
        words,
        new Command.Create(
            new CommandId("create"), ID, "bob", backend, Map.of(), Map.of(), expiry));
  }

  private static Request admitted(String words, String owner) {
    return new Request(
        words, new AdmittedCommand(Samples.creation(new ExpiryRequest.Unspecified()), owner));
  }

  private static Request delete(String words, DeletionReason reason) {
    return new Request(words, Samples.removal(reason));
  }

  private static Request confirm(String words, int incarnation) {
    return new Request(
        words,
        new Command.ConfirmDeletion(
            new CommandId("confirm"), ID, new Receipt(incarnation, List.of("all gone"), NOW)));
  }

  private static Request retry(String words, int attempt) {
    return new Request(
        words, new Command.Retry(new CommandId("retry"), ID, "deletion-controller", attempt));
  }

  private static Request held(String words, int incarnation) {
    return new Request(words, Samples.report(incarnation));
  }

  private static Request extend(String words, ExpiryRequest expiry) {
    return new Request(words, Samples.extension(expiry, "the demo was moved"));
  }

  private static Request protect(String words, ExpiryRequest until, String why) {
    return new Request(words, Samples.protection(until, why));
  }

  private static Request shorten(String words, ExpiryRequest expiry) {
    return new Request(words, Samples.shortening(expiry, "the demo was cancelled"));
  }

  private static Request announce(String words, Instant end) {
    return new Request(words, Samples.announcement(end, Duration.ofHours(1)));
  }

  private static Request expecting(String words, Expectation expectation) {
    return new Request(
        words,
        new ConditionalCommand(
            create("create", "namespace", new ExpiryRequest.Unspecified()).command(), expectation));
  }

  private static Request revive(String words, ExpiryRequest expiry) {
    return new Request(words, Samples.revival(expiry));
  }
}
