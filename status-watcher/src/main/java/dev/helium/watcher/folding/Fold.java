package dev.helium.watcher.folding;

import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import dev.helium.domain.ReadinessCode;
import dev.helium.domain.Reason;
import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.Part;
import dev.helium.watcher.judging.Symptom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds findings into an assessment.
 *
 * <p>Ready means: the program has run to its end, something runs unless nothing is to, every pod
 * that must be ready is, and everything beside them that must be there is. Findings of other lives,
 * and of namespaces that are not the workspace's own, do not count: anybody who may make objects
 * somewhere can label them.
 */
public final class Fold {
  private static final Comparator<Reason> GRAVEST_FIRST =
      Comparator.comparing(Reason::kind, Comparator.reverseOrder())
          .thenComparing(Reason::object)
          .thenComparing(Reason::code)
          .thenComparing(Reason::message);

  private Fold() {}

  public static Assessment of(
      WorkspaceId workspace, Life life, Collection<Finding> findings, Instant now) {
    Belongings belongings = Belongings.of(life.incarnation(), findings);
    if (life.stage() == Life.Stage.BEING_MADE && !belongings.hasHome()) {
      return Assessment.NOTHING_TO_SEE;
    }
    List<Finding> needed = belongings.needed();
    Routes routes = Routes.of(belongings.findings());
    List<Reason> reasons =
        routes.added(reasons(workspace, belongings, needed, now), now).stream()
            .distinct()
            .filter(reason -> !isExcused(life, reason))
            .sorted(GRAVEST_FIRST)
            .toList();
    Instant held = holdsUntil(needed, now);
    Instant led = routes.holdsUntil(now);
    Tally tally = new Tally(belongings, needed);
    return new Assessment(
        readiness(workspace, life, reasons),
        addresses(needed),
        needed.stream().flatMap(finding -> finding.connections().stream()).toList(),
        // How it falls apart is nobody's concern.
        life.stage() == Life.Stage.LEAVING ? Progress.NONE : tally.progress(now),
        tally.milestones(),
        led.isBefore(held) ? led : held);
  }

  private static Readiness readiness(WorkspaceId workspace, Life life, List<Reason> reasons) {
    if (!reasons.isEmpty()) {
      return new Readiness.NotReady(
          life.stage() == Life.Stage.LEAVING
              ? List.of(waiting(workspace, ReadinessCode.TERMINATING, "is being deleted"))
              : reasons);
    }
    return switch (life.stage()) {
      case BEING_MADE -> provisioning(workspace, "not everything has been made yet");
      case BEING_CHANGED -> provisioning(workspace, "not everything has been changed yet");
      case NONE, MADE, LEAVING -> new Readiness.Ready();
    };
  }

  /** There may be nothing to see of it, here or at all, until it is to be gone. */
  private static boolean isExcused(Life life, Reason reason) {
    return life.vouched()
        && life.stage() != Life.Stage.LEAVING
        && (reason.code().equals(ReadinessCode.NAMESPACE_MISSING.word())
            || reason.code().equals(ReadinessCode.NO_WORKLOAD.word()));
  }

  private static Readiness provisioning(WorkspaceId workspace, String message) {
    return new Readiness.NotReady(List.of(waiting(workspace, ReadinessCode.PROVISIONING, message)));
  }

  private static List<Reason> reasons(
      WorkspaceId workspace, Belongings belongings, List<Finding> needed, Instant now) {
    if (!belongings.hasHome()) {
      return List.of(waiting(workspace, ReadinessCode.NAMESPACE_MISSING, "does not exist"));
    }
    List<Reason> reasons = new ArrayList<>();
    for (Finding finding : needed) {
      for (Symptom symptom : finding.symptoms()) {
        Reason reason = symptom.at(now);
        if (!belongings.isExplained(finding, reason)) {
          reasons.add(reason);
        }
      }
    }
    if (needed.stream().noneMatch(finding -> runs(finding) || isBare(finding))) {
      reasons.add(waiting(workspace, ReadinessCode.NO_WORKLOAD, "nothing runs in it yet"));
    }
    return reasons;
  }

  private static boolean runs(Finding finding) {
    return finding.part() instanceof Part.Workload || finding.part() instanceof Part.Member;
  }

  private static boolean isBare(Finding finding) {
    return finding.part() instanceof Part.Home home && home.bare();
  }

  private static Map<String, String> addresses(List<Finding> needed) {
    Map<String, String> addresses = new HashMap<>();
    needed.forEach(finding -> addresses.putAll(finding.addresses()));
    return addresses;
  }

  private static Instant holdsUntil(List<Finding> needed, Instant now) {
    return needed.stream()
        .flatMap(finding -> finding.symptoms().stream())
        .filter(Symptom.Worsening.class::isInstance)
        .map(symptom -> ((Symptom.Worsening) symptom).until())
        .filter(now::isBefore)
        .min(Comparator.naturalOrder())
        .orElse(Instant.MAX);
  }

  private static Reason waiting(WorkspaceId workspace, ReadinessCode code, String message) {
    return new Reason(code.kind(), "Namespace/" + workspace, code.word(), message);
  }
}
