package dev.helium.deletion.cluster;

import dev.helium.deletion.proof.Candidate;
import dev.helium.deletion.proof.Inspector;
import dev.helium.deletion.proof.Leftovers;
import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.deletion.proof.Standing;
import dev.helium.deletion.proof.Verdict;
import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks an API server: first for the namespace of each candidate by name, then, for those where none
 * is in the way, kind by kind for anything that carries their labels.
 */
public final class KubernetesInspector implements Inspector, AutoCloseable {
  /** Calls under way at once. */
  private static final int POOL = 8;

  private final KubernetesClient client;
  private final WorkerExecutor workers;
  private final NamespaceWatch namespaces;
  private final Discovery discovery;

  /**
   * Watches namespaces from {@link #start} on.
   *
   * @param cluster which none that is slow takes threads away from
   * @param client closed together with this
   * @param changed told, on a thread of the client's, whose namespace has changed; must not block
   */
  public KubernetesInspector(
      Vertx vertx,
      ClusterName cluster,
      KubernetesClient client,
      InstantSource clock,
      Consumer<WorkspaceId> changed) {
    this.client = client;
    this.discovery = new Discovery(client, clock);
    this.workers =
        vertx.createSharedWorkerExecutor("cluster-" + cluster, POOL, 1, TimeUnit.MINUTES);
    this.namespaces = new NamespaceWatch(client, changed);
  }

  /** Returns at once. */
  public void start() {
    namespaces.start();
  }

  /** Completes when the namespaces that were there at the start are known. */
  public CompletableFuture<Void> listed() {
    return namespaces.listed();
  }

  /** False while the going of a namespace would go unseen; it is asked for by name then. */
  public boolean isConnected() {
    return namespaces.isConnected();
  }

  /** What is known of the namespace of that name without asking. */
  public Optional<NamespaceFacts> seen(WorkspaceId workspace) {
    return namespaces.find(workspace.value());
  }

  @Override
  public Optional<Verdict.Held> held(Candidate candidate) {
    return namespaces
        .find(candidate.workspace().value())
        .flatMap(
            facts ->
                Standing.of(candidate, Optional.of(facts))
                        instanceof Standing.InTheWay(Verdict.Held held)
                    ? Optional.of(held)
                    : Optional.empty());
  }

  @Override
  public Future<Map<WorkspaceId, Verdict>> inspect(List<Candidate> candidates) {
    List<Future<Standing>> standings =
        candidates.stream()
            .map(candidate -> workers.executeBlocking(() -> standing(candidate), false))
            .toList();
    return Future.join(standings)
        .compose(
            all -> {
              Map<WorkspaceId, Verdict> verdicts = new HashMap<>();
              Map<WorkspaceId, String> cleared = new HashMap<>();
              for (int index = 0; index < candidates.size(); index++) {
                WorkspaceId workspace = candidates.get(index).workspace();
                switch (standings.get(index).result()) {
                  case Standing.Clear(String evidence) -> cleared.put(workspace, evidence);
                  case Standing.InTheWay(Verdict.Held held) -> verdicts.put(workspace, held);
                }
              }
              return swept(cleared, newest(candidates))
                  .map(
                      proven -> {
                        verdicts.putAll(proven);
                        return verdicts;
                      });
            });
  }

  /** Stops watching; blocks. */
  @Override
  public void close() {
    namespaces.stop();
    client.close();
    workers.close();
  }

  private Standing standing(Candidate candidate) {
    Optional<NamespaceFacts> found =
        Optional.ofNullable(client.namespaces().withName(candidate.workspace().value()).get())
            .map(Labels::facts);
    return Standing.of(candidate, found);
  }

  /** Everything that any of them can have made was made before that. */
  private static Instant newest(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::destroyed).max(Instant::compareTo).orElseThrow();
  }

  private Future<Map<WorkspaceId, Verdict>> swept(
      Map<WorkspaceId, String> cleared, Instant newest) {
    return cleared.isEmpty()
        ? Future.succeededFuture(Map.of())
        : workers
            .executeBlocking(() -> discovery.after(newest), false)
            .compose(kinds -> swept(cleared, kinds));
  }

  private Future<Map<WorkspaceId, Verdict>> swept(
      Map<WorkspaceId, String> cleared, List<Kind> kinds) {
    List<Future<Leftovers>> looks = new ArrayList<>();
    for (Kind kind : kinds) {
      Sweep sweep = new Sweep(client, kind);
      looks.add(workers.executeBlocking(() -> sweep.of(cleared.keySet()), false));
    }
    return Future.join(looks)
        .map(all -> Leftovers.verdicts(cleared, looks.stream().map(Future::result).toList()));
  }
}
