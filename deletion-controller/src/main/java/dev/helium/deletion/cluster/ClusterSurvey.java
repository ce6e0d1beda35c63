package dev.helium.deletion.cluster;

import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Looks through the whole cluster for what carries a workspace's label: page by page, one call at a
 * time, with a rest of {@value #REST} times its length after each, so that it takes a quarter of
 * one stream of calls at most. Only reads.
 */
public final class ClusterSurvey {
  private static final int REST = 3;
  private static final Duration LONGEST_REST = Duration.ofSeconds(2);

  /** Calls under way at once when things are asked for by name. */
  private static final int POOL = 4;

  private static final Kind NAMESPACES = new Kind("", "v1", "Namespace", "namespaces", false);

  private final Vertx vertx;
  private final KubernetesClient client;
  private final InstantSource clock;
  private final Discovery discovery;
  private final WorkerExecutor workers;

  /** Closes nothing: the client belongs to whoever made it. */
  public ClusterSurvey(Vertx vertx, KubernetesClient client, InstantSource clock) {
    this.vertx = vertx;
    this.client = client;
    this.clock = clock;
    this.discovery = new Discovery(client, clock);
    this.workers = vertx.createSharedWorkerExecutor("survey", POOL, 1, TimeUnit.MINUTES);
  }

  /** Every namespace that carries the label, by name. */
  public Future<Map<String, NamespaceFacts>> namespaces() {
    Map<String, NamespaceFacts> found = new HashMap<>();
    return pages(
            NAMESPACES,
            new LabelledPages(client),
            "",
            page -> page.forEach(metadata -> found.put(metadata.getName(), Labels.facts(metadata))))
        .map(ignored -> Map.copyOf(found));
  }

  /** Those of the named namespaces that exist, with and without the label. */
  public Future<Map<String, NamespaceFacts>> named(Set<String> names) {
    List<Future<Namespace>> looks =
        names.stream()
            .map(
                name ->
                    workers.executeBlocking(() -> client.namespaces().withName(name).get(), false))
            .toList();
    return Future.join(looks)
        .map(
            all -> {
              Map<String, NamespaceFacts> found = new HashMap<>();
              looks.stream()
                  .map(Future::result)
                  .filter(Objects::nonNull)
                  .map(Labels::facts)
                  .forEach(facts -> found.put(facts.name(), facts));
              return Map.copyOf(found);
            });
  }

  /**
   * Objects of every kind but namespaces by the workspace that their label names, at most {@value
   * FoundObjects#MOST_WORKSPACES} of these.
   *
   * @param interesting whose label counts
   * @param apart namespaces whose objects go with them and are left out
   */
  public Future<Map<WorkspaceId, Set<String>>> objects(
      Predicate<String> interesting, Set<String> apart) {
    FoundObjects found = new FoundObjects(interesting, apart);
    return workers
        .executeBlocking(() -> discovery.after(clock.instant()), false)
        .map(all -> all.stream().filter(kind -> !kind.isSame(NAMESPACES)).iterator())
        .compose(kinds -> kinds(kinds, found))
        .map(ignored -> found.all());
  }

  private Future<Void> kinds(Iterator<Kind> kinds, FoundObjects found) {
    if (!kinds.hasNext()) {
      return Future.succeededFuture();
    }
    Kind kind = kinds.next();
    return pages(
            kind,
            new LabelledPages(client),
            "",
            page -> page.forEach(metadata -> found.add(kind.name(), metadata)))
        .compose(ignored -> kinds(kinds, found));
  }

  private Future<Void> pages(Kind kind, LabelledPages pages, String from, PageHandler handler) {
    long began = System.nanoTime();
    return workers
        .executeBlocking(() -> pages.read(kind, from), false)
        .compose(
            page -> {
              handler.take(page.objects());
              return rest(Duration.ofNanos(System.nanoTime() - began))
                  .compose(
                      ignored ->
                          page.next().isEmpty()
                              ? Future.succeededFuture()
                              : pages(kind, pages, page.next(), handler));
            });
  }

  private Future<Void> rest(Duration took) {
    Duration rest = took.multipliedBy(REST);
    long milliseconds =
        Math.max(1, (rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST).toMillis());
    return vertx.timer(milliseconds, TimeUnit.MILLISECONDS).mapEmpty();
  }
}
