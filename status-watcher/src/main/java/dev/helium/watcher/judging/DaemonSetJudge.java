package dev.helium.watcher.judging;

import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import java.util.List;

/** A daemon set is fine when it is updated and available on every node it is for. */
public final class DaemonSetJudge implements Judge<DaemonSet> {
  @Override
  public Finding judge(DaemonSet set, Tag tag) {
    ObjectKey key = ObjectKey.of(set);
    Symptoms symptoms = new Symptoms(key);
    Rollout rollout = rollout(set);
    List<Symptom> found =
        Judge.isDeleting(set) ? List.of(symptoms.terminating()) : rollout.symptoms(symptoms);
    return new Finding(key, tag, new Part.Workload(), found, "").having(rollout.headway(set));
  }

  private static Rollout rollout(DaemonSet set) {
    DaemonSetStatus status = set.getStatus() == null ? new DaemonSetStatus() : set.getStatus();
    int desired = Judge.count(status.getDesiredNumberScheduled());
    return new Rollout(
        Rollout.isCurrent(set.getMetadata().getGeneration(), status.getObservedGeneration()),
        desired,
        updatesOnDeletion(set) ? desired : Judge.count(status.getUpdatedNumberScheduled()),
        0,
        Judge.count(status.getNumberAvailable()));
  }

  private static boolean updatesOnDeletion(DaemonSet set) {
    return set.getSpec() != null
        && set.getSpec().getUpdateStrategy() != null
        && "OnDelete".equals(set.getSpec().getUpdateStrategy().getType());
  }
}
