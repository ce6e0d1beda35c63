package dev.helium.watcher.folding;

import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.Headway;
import dev.helium.watcher.judging.Part;
import dev.helium.watcher.judging.Symptom;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The findings that concern one life of a workspace.
 *
 * @param controllers that are watched
 * @param unfinishedJobs pods of other jobs do not matter any more
 * @param troubled controllers that are not done
 * @param explained controllers of which a pod says better than they do why they are not done
 */
record Belongings(
    boolean hasHome,
    List<Finding> findings,
    Set<String> controllers,
    Set<String> unfinishedJobs,
    Set<String> troubled,
    Set<String> explained) {
  private static final String JOB = "Job/";

  static Belongings of(int incarnation, Collection<Finding> candidates) {
    List<Finding> ofThisLife =
        candidates.stream().filter(finding -> finding.tag().fits(incarnation)).toList();
    Set<String> homes = new HashSet<>();
    ofThisLife.stream()
        .filter(finding -> finding.part() instanceof Part.Home)
        .forEach(finding -> homes.add(finding.key().name()));
    List<Finding> inside =
        ofThisLife.stream()
            .filter(
                finding ->
                    finding.part() instanceof Part.Home
                        || homes.contains(finding.key().namespace()))
            .toList();
    Set<String> controllers = new HashSet<>();
    Set<String> unfinishedJobs = new HashSet<>();
    Set<String> troubled = new HashSet<>();
    Set<String> explained = new HashSet<>();
    for (Finding finding : inside) {
      if (finding.headway() instanceof Headway.OfController) {
        controllers.add(place(finding));
      }
      if (finding.symptoms().isEmpty()) {
        continue;
      }
      if (finding.key().kind().equals("Job")) {
        unfinishedJobs.add(place(finding));
      }
      if (finding.part() instanceof Part.Workload) {
        troubled.add(place(finding));
      }
      if (finding.part() instanceof Part.Member(String owner) && !isMute(finding)) {
        explained.add(controller(finding, owner));
      }
    }
    return new Belongings(
        !homes.isEmpty(), inside, controllers, unfinishedJobs, troubled, explained);
  }

  /** Those that readiness depends on. */
  List<Finding> needed() {
    return findings.stream().filter(this::isNeeded).toList();
  }

  /** True for a controller that is only waiting for pods which give reasons of their own. */
  boolean isExplained(Finding finding, Reason reason) {
    return finding.part() instanceof Part.Workload
        && reason.kind() == ReasonKind.WAITING
        && isExplained(finding);
  }

  /** True for a controller of which a pod says better than it does why it is not done. */
  boolean isExplained(Finding controller) {
    return explained.contains(place(controller));
  }

  /** True for a pod that has to run, whatever it says itself. */
  boolean isAwaited(Finding pod) {
    return !(pod.part() instanceof Part.Member(String owner))
        || !owner.startsWith(JOB)
        || unfinishedJobs.contains(controller(pod, owner));
  }

  private boolean isNeeded(Finding finding) {
    return switch (finding.part()) {
      case Part.Home ignored -> true;
      case Part.Workload ignored -> true;
      case Part.Attachment ignored -> true;
      case Part.Member(String owner) -> isNeeded(finding, owner);
      case Part.Route ignored -> false;
      case Part.Bystander ignored -> false;
    };
  }

  private boolean isNeeded(Finding member, String owner) {
    return isAwaited(member) && (!isMute(member) || !troubled.contains(controller(member, owner)));
  }

  /** True for a pod that says nothing beyond what its controller's state says already. */
  private static boolean isMute(Finding member) {
    return !member.symptoms().isEmpty()
        && member.symptoms().stream()
            .allMatch(
                symptom ->
                    symptom instanceof Symptom.Lasting(Reason reason)
                        && reason.code().equals(Symptom.NOT_STARTED));
  }

  /** Names the controller of a pod. */
  static String controller(Finding member, String owner) {
    return place(member.key().namespace(), owner);
  }

  static String place(Finding finding) {
    return place(finding.key().namespace(), finding.key().toString());
  }

  private static String place(String namespace, String object) {
    return namespace + "/" + object;
  }
}
