package dev.helium.watcher.cluster;

import dev.helium.domain.WorkspaceId;
import dev.helium.watcher.folding.Findings;
import dev.helium.watcher.hearing.Hearing;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what events say of workspaces' objects. They carry no label, so all of the cluster pass
 * by but for the noise, which the API server leaves out; none is kept here.
 */
final class EventInformer implements ResourceEventHandler<Event> {
  private static final Logger LOG = LoggerFactory.getLogger(EventInformer.class);

  /** Of one page of a list. */
  private static final long PAGE = 500;

  private final Findings findings;
  private final Consumer<WorkspaceId> changed;
  private final SharedIndexInformer<Event> informer;

  EventInformer(KubernetesClient client, Findings findings, Consumer<WorkspaceId> changed) {
    this.findings = findings;
    this.changed = changed;
    this.informer =
        useful(client)
            .withLimit(PAGE)
            .runnableInformer(0)
            .removeNamespaceIndex()
            .itemStore(new EmptyStore<>())
            .exceptionHandler((started, failure) -> retry(failure))
            .addEventHandler(this);
  }

  /** Returns at once; what cannot be reached is tried again for as long as this is open. */
  void start() {
    informer.start();
  }

  void stop() {
    informer.stop();
  }

  @Override
  public void onAdd(Event event) {
    Hearing.of(event).map(findings::hear).ifPresent(workspaces -> workspaces.forEach(changed));
  }

  @Override
  public void onUpdate(Event before, Event event) {
    onAdd(event);
  }

  @Override
  public void onDelete(Event event, boolean unseen) {
    // What was said stays said; it is forgotten by age.
  }

  /** What replica sets say, their deployment says in its status. */
  private static FilterWatchListDeletable<Event, EventList, Resource<Event>> useful(
      KubernetesClient client) {
    FilterWatchListDeletable<Event, EventList, Resource<Event>> events =
        client.v1().events().inAnyNamespace().withoutField("involvedObject.kind", "ReplicaSet");
    for (String reason : Hearing.NOISE) {
      events = events.withoutField("reason", reason);
    }
    return events;
  }

  private boolean retry(Throwable failure) {
    if (!informer.isRunning()) {
      // It was stopped while it was being connected; the client makes no more of it either.
      return true;
    }
    LOG.atWarn()
        .addKeyValue("kind", "Event")
        .addKeyValue("failure", failure.toString())
        .log("watching is interrupted and begins again");
    return true;
  }
}
