package dev.helium.watcher.publishing;

import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.folding.Findings;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.ObjectKey;
import dev.helium.watcher.judging.Part;
import dev.helium.watcher.judging.Symptom;
import dev.helium.watcher.judging.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Many workspaces with pods that restart, as findings. */
final class StormyFleet {
  /** What a pod goes through when it restarts; the last is that nothing is wrong. */
  private static final List<String> STAGES =
      List.of("Terminating", Symptom.NOT_STARTED, "ContainerCreating", "ContainerStarting", "");

  private static final int ONE_OF_STAYS_BROKEN = 50;

  private final Findings findings = new Findings();
  private final List<WorkspaceId> ids;
  private final int pods;
  private final int[] stages;

  StormyFleet(int workspaces, int pods) {
    this.ids =
        IntStream.range(0, workspaces)
            .mapToObj(number -> new WorkspaceId("stormy-" + number))
            .toList();
    this.pods = pods;
    this.stages = new int[workspaces * pods];
  }

  Findings findings() {
    return findings;
  }

  List<WorkspaceId> ids() {
    return ids;
  }

  void allReady() {
    for (WorkspaceId id : ids) {
      findings.put(
          new Finding(
              new ObjectKey("Namespace", "", id.value()),
              new Tag(id, 1),
              new Part.Home(),
              List.of(),
              ""));
    }
    IntStream.range(0, stages.length).forEach(pod -> findings.put(finding(pod, "")));
  }

  /** Each pod as often as it has stages, in any order. */
  List<Integer> restarts(Random random) {
    List<Integer> restarts = new ArrayList<>();
    STAGES.forEach(stage -> IntStream.range(0, stages.length).forEach(restarts::add));
    Collections.shuffle(restarts, random);
    return restarts;
  }

  /** A pod enters its next stage; some never get well again. Returns whom that concerns. */
  Set<WorkspaceId> advance(int pod, Random random) {
    String stage = STAGES.get(stages[pod]++);
    if (stage.isEmpty() && random.nextInt(ONE_OF_STAYS_BROKEN) == 0) {
      stage = "CrashLoopBackOff";
    }
    return findings.put(finding(pod, stage));
  }

  private Finding finding(int pod, String stage) {
    WorkspaceId id = ids.get(pod / pods);
    String name = "web-" + pod % pods;
    List<Symptom> symptoms =
        stage.isEmpty()
            ? List.of()
            : List.of(
                new Symptom.Lasting(
                    new Reason(ReasonKind.WAITING, "Pod/" + name, stage, "because")));
    return new Finding(
        new ObjectKey("Pod", id.value(), name), new Tag(id, 1), new Part.Workload(), symptoms, "");
  }
}
