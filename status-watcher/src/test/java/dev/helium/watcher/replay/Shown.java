package dev.helium.watcher.replay;

import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.folding.Assessment;
import dev.helium.watcher.folding.Findings;
import dev.helium.watcher.folding.Fold;
import dev.helium.watcher.folding.Life;
import dev.helium.watcher.judging.ClaimJudge;
import dev.helium.watcher.judging.DaemonSetJudge;
import dev.helium.watcher.judging.DeploymentJudge;
import dev.helium.watcher.judging.Finding;
import dev.helium.watcher.judging.IngressJudge;
import dev.helium.watcher.judging.JobJudge;
import dev.helium.watcher.judging.Judge;
import dev.helium.watcher.judging.NamespaceJudge;
import dev.helium.watcher.judging.ObjectKey;
import dev.helium.watcher.judging.PodJudge;
import dev.helium.watcher.judging.ServiceJudge;
import dev.helium.watcher.judging.StatefulSetJudge;
import dev.helium.watcher.judging.Tag;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** What the watcher makes of the objects that it is shown. */
final class Shown {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Findings findings = new Findings();

  /** What it makes of a list, with nothing before. */
  static Shown list(Collection<? extends HasMetadata> objects) {
    Shown shown = new Shown();
    objects.forEach(shown::see);
    return shown;
  }

  void see(HasMetadata object) {
    Tag.of(object.getMetadata())
        .ifPresentOrElse(tag -> findings.put(judge(object, tag)), () -> lose(ObjectKey.of(object)));
  }

  void lose(ObjectKey key) {
    findings.remove(key);
  }

  Assessment assessment(WorkspaceId workspace, Life.Stage stage, Instant now) {
    return Fold.of(workspace, new Life(1, stage), findings.of(workspace), now);
  }

  private static Finding judge(HasMetadata object, Tag tag) {
    return switch (object) {
      case Namespace namespace -> judge(new NamespaceJudge(), namespace, tag);
      case Pod pod -> judge(new PodJudge(PATIENCE), pod, tag);
      case Deployment deployment -> judge(new DeploymentJudge(), deployment, tag);
      case StatefulSet set -> judge(new StatefulSetJudge(), set, tag);
      case DaemonSet set -> judge(new DaemonSetJudge(), set, tag);
      case Job job -> judge(new JobJudge(), job, tag);
      case PersistentVolumeClaim claim -> judge(new ClaimJudge(), claim, tag);
      case Service service -> judge(new ServiceJudge(), service, tag);
      case Ingress ingress -> judge(new IngressJudge(), ingress, tag);
      default -> throw new IllegalArgumentException("nobody watches " + object.getKind());
    };
  }

  private static <T extends HasMetadata> Finding judge(Judge<T> judge, T object, Tag tag) {
    return judge.judge(object, tag);
  }
}
