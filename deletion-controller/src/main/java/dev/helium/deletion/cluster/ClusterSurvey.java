package dev.helium.deletion.cluster;

import dev.helium.deletion.ledger.ClusterLook;
import dev.helium.deletion.ledger.LabelledObjects;
import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.domain.ClusterName;
import dev.helium.kubernetes.UnusableKubeconfigException;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Looks through the whole cluster for what carries a workspace's label: page by page, one call at a
 * time, with a rest of {@value #REST} times its length after each, so that it takes a quarter of
 * one stream of calls at most. Only reads.
 */
public final class ClusterSurvey implements ClusterLook, AutoCloseable {
  private static final int REST = 3;
  private static final Duration LONGEST_REST = Duration.ofSeconds(2);

  /** Of one look, so that a cluster that answers slowly does not hold the others up for ever. */
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(15);

  /** Calls under way at once when things are asked for by name. */
  private static final int POOL = 4;

  private static final Kind NAMESPACES = new Kind("", "v1", "Namespace", "namespaces", false);

  private final Vertx vertx;
  private final KubernetesClient client;
  private final InstantSource clock;
  private final Discovery discovery;
  private final WorkerExecutor workers;

  /**
   * @param cluster which none that is slow takes threads away from
   * @param client belongs to whoever made it
   */
  public ClusterSurvey(
      Vertx vertx, ClusterName cluster, KubernetesClient client, InstantSource clock) {
    this.vertx = vertx;
    this.client = client;
    this.clock = clock;
    this.discovery = new Discovery(client, clock);
    this.workers = vertx.createSharedWorkerExecutor("survey-" + cluster, POOL, 1, TimeUnit.MINUTES);
  }

  /** Its threads end; the client goes on. */
  @Override
  public void close() {
    workers.close();
  }

  @Override
  public Future<Map<String, NamespaceFacts>> namespaces() {
    Map<String, NamespaceFacts> found = new HashMap<>();
    return pages(
            NAMESPACES,
            new Reading(new LabelledPages(client), clock.instant().plus(LONGEST_LOOK)),
            page -> {
              if (page.isForbidden()) {
                // Whoever may not see them would find all of them missing.
                throw new UnusableKubeconfigException("namespaces may not be listed");
              }
              page.objects()
                  .forEach(metadata -> found.put(metadata.getName(), Labels.facts(metadata)));
            })
        .map(ignored -> Map.copyOf(found));
  }

  @Override
  public Future<Map<String, NamespaceFacts>> named(Set<String> names) {
    List<Future<Optional<NamespaceFacts>>> looks =
        names.stream().map(name -> workers.executeBlocking(() -> facts(name), false)).toList();
    return Future.join(looks)
        .map(
            all ->
                looks.stream()
                    .flatMap(look -> look.result().stream())
                    .collect(Collectors.toUnmodifiableMap(NamespaceFacts::name, facts -> facts)));
  }

  /** Of the whole object, which is some ten times as large, nothing is kept. */
  private Optional<NamespaceFacts> facts(String name) {
    return Optional.ofNullable(client.namespaces().withName(name).get()).map(Labels::facts);
  }

  /** Of at most {@value FoundObjects#MOST_WORKSPACES} workspaces. */
  @Override
  public Future<LabelledObjects> objects(Predicate<String> interesting, Set<String> apart) {
    FoundObjects found = new FoundObjects(interesting, apart);
    Reading reading = new Reading(new LabelledPages(client), clock.instant().plus(LONGEST_LOOK));
    return workers
        .executeBlocking(() -> discovery.after(clock.instant()), false)
        .map(all -> all.stream().filter(kind -> !kind.isSame(NAMESPACES)).iterator())
        .compose(kinds -> kinds(kinds, reading, found))
        .map(ignored -> found.all());
  }

  /** One look and when it ends at the latest. */
  private record Reading(LabelledPages pages, Instant until) {}

  private Future<Void> kinds(Iterator<Kind> kinds, Reading reading, FoundObjects found) {
    if (!kinds.hasNext()) {
      return Future.succeededFuture();
    }
    Kind kind = kinds.next();
    return pages(kind, reading, page -> found.add(kind, page))
        .compose(ignored -> kinds(kinds, reading, found));
  }

  private Future<Void> pages(Kind kind, Reading reading, PageHandler handler) {
    return PageWalk.through(from -> page(kind, reading, from), handler, this::rest);
  }

  private Future<LabelledPages.Page> page(Kind kind, Reading reading, String from) {
    return clock.instant().isAfter(reading.until())
        ? Future.failedFuture(new TimeoutException("the cluster is too slow to be looked at"))
        : workers.executeBlocking(() -> reading.pages().read(kind, from), false);
  }

  private Future<Void> rest(Duration took) {
    Duration rest = took.multipliedBy(REST);
    long milliseconds =
        Math.max(1, (rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST).toMillis());
    return vertx.timer(milliseconds, TimeUnit.MILLISECONDS).mapEmpty();
  }
}
