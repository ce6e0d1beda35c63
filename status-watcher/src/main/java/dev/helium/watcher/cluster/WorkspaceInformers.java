package dev.helium.watcher.cluster;

import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.folding.Findings;
import dev.helium.watcher.judging.ClaimJudge;
import dev.helium.watcher.judging.DaemonSetJudge;
import dev.helium.watcher.judging.DeploymentJudge;
import dev.helium.watcher.judging.EndpointSliceJudge;
import dev.helium.watcher.judging.IngressJudge;
import dev.helium.watcher.judging.JobJudge;
import dev.helium.watcher.judging.Judge;
import dev.helium.watcher.judging.NamespaceJudge;
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
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Informable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Follows every object of one cluster that carries the label of a workspace. */
final class WorkspaceInformers implements AutoCloseable {
  private final KubernetesClient client;
  private final Findings findings;
  private final Consumer<WorkspaceId> changed;
  private final List<KindInformer<?>> informers = new ArrayList<>();
  private final EventInformer events;

  /**
   * @param client closed together with this
   * @param patience how long a pod may go without a node before somebody has to do something
   * @param changed called from the client's threads after the findings; must not block
   */
  WorkspaceInformers(
      KubernetesClient client,
      Findings findings,
      Duration patience,
      Consumer<WorkspaceId> changed) {
    this.client = client;
    this.findings = findings;
    this.changed = changed;
    add(Namespace::new, client.namespaces().withLabel(Tag.WORKSPACE_LABEL), new NamespaceJudge());
    add(Pod::new, everywhere(client.pods()), new PodJudge(patience));
    add(Deployment::new, everywhere(client.apps().deployments()), new DeploymentJudge());
    add(StatefulSet::new, everywhere(client.apps().statefulSets()), new StatefulSetJudge());
    add(DaemonSet::new, everywhere(client.apps().daemonSets()), new DaemonSetJudge());
    add(Job::new, everywhere(client.batch().v1().jobs()), new JobJudge());
    add(PersistentVolumeClaim::new, everywhere(client.persistentVolumeClaims()), new ClaimJudge());
    add(Service::new, everywhere(client.services()), new ServiceJudge());
    add(Ingress::new, everywhere(client.network().v1().ingresses()), new IngressJudge());
    add(
        EndpointSlice::new,
        everywhere(client.discovery().v1().endpointSlices()),
        new EndpointSliceJudge());
    events = new EventInformer(client, findings, changed);
  }

  /** Returns at once. A cluster that cannot be reached is tried again and again. */
  void start() {
    informers.forEach(KindInformer::start);
    // Readiness does not depend on events: nobody waits for them.
    events.start();
  }

  Look look() {
    boolean connected = true;
    boolean answering = false;
    boolean stirring = false;
    for (KindInformer<?> informer : informers) {
      boolean stirred = informer.hasStirred();
      if (informer.isConnected()) {
        answering = true;
      } else {
        connected = false;
        stirring |= stirred;
      }
    }
    boolean listed = informers.stream().allMatch(KindInformer::isListed);
    return new Look(listed, connected, answering, stirring);
  }

  /** The kinds of which changes would go unseen at this moment; empty when all is well. */
  List<String> disconnected() {
    return informers.stream()
        .filter(informer -> !informer.isConnected())
        .map(KindInformer::kind)
        .toList();
  }

  @Override
  public void close() {
    events.stop();
    informers.forEach(KindInformer::stop);
    client.close();
  }

  private <T extends HasMetadata> void add(
      Supplier<T> blank, Informable<T> objects, Judge<T> judge) {
    String kind = blank.get().getKind();
    informers.add(new KindInformer<>(kind, objects, blank, judge, findings, changed));
  }

  private static <T, L, R extends Resource<T>> Informable<T> everywhere(
      MixedOperation<T, L, R> kind) {
    return kind.inAnyNamespace().withLabel(Tag.WORKSPACE_LABEL);
  }
}
