package dev.helium.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Decided;
import dev.helium.domain.Decision;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Readiness;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceView;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds what the rules made against what the models say. */
record Comparison(ReferenceModel model, SeenModel seen) {
  /** What of a workspace the model speaks of. */
  private record Facts(
      boolean exists,
      boolean deletionAsked,
      boolean attemptOutstanding,
      boolean upToDate,
      boolean emptied,
      boolean drifted,
      boolean clusterGone,
      int life,
      int attempts,
      int failures,
      Instant due,
      Instant expiry,
      Instant protectedUntil,
      Duration announced,
      boolean expired,
      String wanted,
      String request,
      long decidedEvents,
      List<Map.Entry<String, String>> answers) {}

  /** What of the observations the model speaks of. */
  private record Sights(long events, boolean ready, boolean everReady, String address) {}

  void assertSame(Workspace workspace, WorkspaceView view) {
    assertThat(facts(workspace)).isEqualTo(facts());
    assertThat(sights(view)).isEqualTo(sights());
    assertThat(view.workspace()).isEqualTo(workspace);
  }

  static void assertAnswer(List<LifecycleEvent> events, String expected) {
    assertThat(events.stream().map(event -> words(Decision.of(event).orElseThrow())))
        .as("answers")
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  static void assertCounts(List<LifecycleEvent> events, boolean counts) {
    assertThat(events).as("what follows from the report").hasSize(counts ? 1 : 0);
  }

  static void assertRebuilt(
      WorkspaceView rebuilt, Workspace decided, Workspace lost, WorkspaceView view) {
    assertThat(rebuilt).as("rebuilt").isEqualTo(view);
    assertThat(rebuilt.workspace()).as("rebuilt").isEqualTo(lost);
    assertThat(decided).as("rebuilt").isEqualTo(lost);
  }

  private Facts facts() {
    return new Facts(
        model.exists,
        model.deletionAsked,
        model.attemptOutstanding,
        model.upToDate,
        model.emptied,
        model.drifted,
        model.clusterGone,
        model.life,
        model.attempts,
        model.attemptOutstanding ? model.failures : 0,
        model.attemptOutstanding ? model.due : Instant.EPOCH,
        model.expiry,
        model.protectedUntil,
        model.announced,
        model.expired,
        model.wanted,
        model.request,
        model.decidedEvents,
        List.copyOf(model.answers.all().entrySet()));
  }

  private Sights sights() {
    return new Sights(seen.events, seen.ready, seen.everReady, seen.address);
  }

  private static Sights sights(WorkspaceView view) {
    return new Sights(
        view.observed(),
        view.readiness() instanceof Readiness.Ready,
        view.everReady(),
        view.addresses().getOrDefault("Service/web", ""));
  }

  private static Facts facts(Workspace workspace) {
    Lifecycle state = workspace.lifecycle();
    int failures = 0;
    Instant due = Instant.EPOCH;
    if (state instanceof Lifecycle.Provisioning making) {
      assertThat(making.attempt()).isEqualTo(workspace.attempt());
      failures = making.failures();
      due = making.notBefore();
    } else if (state instanceof Lifecycle.Destroying destroying) {
      assertThat(destroying.attempt()).isEqualTo(workspace.attempt());
      failures = destroying.failures();
      due = destroying.notBefore();
    }
    return new Facts(
        workspace.exists(),
        state instanceof Lifecycle.Destroying
            || state instanceof Lifecycle.DestroyFailed
            || state instanceof Lifecycle.Destroyed,
        state instanceof Lifecycle.Provisioning || state instanceof Lifecycle.Destroying,
        state instanceof Lifecycle.Provisioned,
        state instanceof Lifecycle.Destroyed,
        state instanceof Lifecycle.Provisioned made && made.isDrifted(),
        workspace.terms().clusterGone(),
        workspace.incarnation(),
        workspace.attempt(),
        failures,
        due,
        workspace.expiresAt(),
        workspace.terms().protection().until(),
        workspace.terms().announced(),
        workspace.terms().expired(),
        workspace.spec().parameters().getOrDefault("wanted", ""),
        workspace.request().value(),
        workspace.sequence(),
        List.copyOf(answers(workspace).entrySet()));
  }

  private static Map<String, String> answers(Workspace workspace) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Decided decided : workspace.decided()) {
      answers.put(decided.command().value(), words(decided.decision()));
    }
    return answers;
  }

  private static String words(Decision decision) {
    return switch (decision) {
      case Decision.Accepted(var consequence) -> consequence.name();
      case Decision.Refused(var refusal) -> "REFUSED " + refusal.reason();
    };
  }
}
