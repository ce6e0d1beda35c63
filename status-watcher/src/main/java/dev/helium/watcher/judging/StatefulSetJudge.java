package dev.helium.watcher.judging;

import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.util.List;

/** A stateful set is fine when the pods it is allowed to update are updated and all available. */
public final class StatefulSetJudge implements Judge<StatefulSet> {
  @Override
  public Finding judge(StatefulSet set, Tag tag) {
    ObjectKey key = ObjectKey.of(set);
    Symptoms symptoms = new Symptoms(key);
    Rollout rollout = rollout(set);
    List<Symptom> found =
        Judge.isDeleting(set) ? List.of(symptoms.terminating()) : rollout.symptoms(symptoms);
    return new Finding(key, tag, new Part.Workload(), found, "").having(rollout.headway(set));
  }

  private static Rollout rollout(StatefulSet set) {
    StatefulSetSpec spec = set.getSpec() == null ? new StatefulSetSpec() : set.getSpec();
    StatefulSetStatus status = set.getStatus() == null ? new StatefulSetStatus() : set.getStatus();
    int desired = spec.getReplicas() == null ? 1 : spec.getReplicas();
    int held = held(spec.getUpdateStrategy(), desired);
    return new Rollout(
        Rollout.isCurrent(set.getMetadata().getGeneration(), status.getObservedGeneration()),
        desired,
        Math.min(desired, updated(status) + held),
        0,
        Judge.count(status.getAvailableReplicas()));
  }

  /** Once nothing is left to update, a set counts its pods as current ones. */
  private static int updated(StatefulSetStatus status) {
    boolean settled =
        status.getUpdateRevision() != null
            && status.getUpdateRevision().equals(status.getCurrentRevision());
    return settled ? Judge.count(status.getReplicas()) : Judge.count(status.getUpdatedReplicas());
  }

  /** Pods that a partition, or updating on deletion only, keeps at the earlier revision. */
  private static int held(StatefulSetUpdateStrategy strategy, int desired) {
    if (strategy == null) {
      return 0;
    }
    if ("OnDelete".equals(strategy.getType())) {
      return desired;
    }
    RollingUpdateStatefulSetStrategy rolling = strategy.getRollingUpdate();
    return rolling == null ? 0 : Math.min(desired, Judge.count(rolling.getPartition()));
  }
}
