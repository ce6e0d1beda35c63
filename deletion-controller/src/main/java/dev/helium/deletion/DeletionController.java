package dev.helium.deletion;

import dev.helium.deletion.cluster.ClusterSurvey;
import dev.helium.deletion.cluster.Clusters;
import dev.helium.deletion.cluster.KubernetesInspector;
import dev.helium.deletion.expiry.ExpiryLoop;
import dev.helium.deletion.ledger.LedgerLoop;
import dev.helium.deletion.proof.ProofLoop;
import dev.helium.deletion.stray.StrayLoop;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.CommandLog;
import dev.helium.log.Delivery;
import dev.helium.log.EventFollower;
import dev.helium.log.LedgerLog;
import dev.helium.log.PassOver;
import dev.helium.service.Health;
import dev.helium.service.Service;
import dev.helium.service.ServiceContext;
import dev.helium.service.Turns;
import dev.helium.service.VertxTurns;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for deletion when time is up, and confirms it when nothing is left. */
public final class DeletionController implements Service {
  static final String LOG_CHECK = "events are read";
  static final String CLUSTER_CHECK = "namespaces are watched";

  private static final Logger LOG = LoggerFactory.getLogger(DeletionController.class);
  private static final long CONNECTION_CHECK_MILLISECONDS = 500;

  private final DeletionSettings settings;
  private final InstantSource clock;
  private final Deque<Supplier<Future<?>>> closing = new ConcurrentLinkedDeque<>();

  public DeletionController(DeletionSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Completes when following has begun; what cannot be reached yet is waited for behind it. */
  @Override
  public Future<?> start(ServiceContext context) {
    Vertx vertx = context.vertx();
    context.health().expect(LOG_CHECK);
    context.health().expect(CLUSTER_CHECK);
    Turns turns = new VertxTurns(vertx.getOrCreateContext());
    Promise<Consumer<WorkspaceId>> watchers = Promise.promise();
    Consumer<WorkspaceId> namespaceChanged =
        workspace -> watchers.future().onSuccess(tell -> turns.soon(() -> tell.accept(workspace)));
    // Making clients reads files and takes its time, so it stays off the loop.
    return vertx
        .executeBlocking(() -> clients(vertx, namespaceChanged), false)
        .onSuccess(clients -> watchers.complete(run(context, turns, clients)));
  }

  /** Takes apart in the reverse order of putting together. */
  @Override
  public Future<?> stop() {
    Future<?> stopped = Future.succeededFuture();
    while (!closing.isEmpty()) {
      Supplier<Future<?>> next = closing.pop();
      stopped = stopped.eventually(next::get);
    }
    return stopped;
  }

  private record Clients(
      CommandLog commands,
      LedgerLog ledger,
      ClusterSurvey survey,
      KubernetesInspector inspector) {}

  private Clients clients(Vertx vertx, Consumer<WorkspaceId> namespaceChanged) {
    CommandLog commands = new CommandLog(vertx, settings.log());
    closing.push(commands::close);
    LedgerLog ledger = new LedgerLog(vertx, settings.log());
    closing.push(ledger::close);
    KubernetesClient client = Clusters.connect(settings.kubeconfig());
    KubernetesInspector inspector = new KubernetesInspector(vertx, client, namespaceChanged);
    closing.push(() -> vertx.executeBlocking(() -> close(inspector), false));
    return new Clients(commands, ledger, new ClusterSurvey(vertx, client), inspector);
  }

  /** Returns who is to be told, in turns, whose namespace has changed. */
  private Consumer<WorkspaceId> run(ServiceContext context, Turns turns, Clients clients) {
    Vertx vertx = context.vertx();
    CommandLog commands = clients.commands();
    KubernetesInspector inspector = clients.inspector();
    Health health = context.health();
    ExpiryLoop expiry = new ExpiryLoop(commands::append, turns, clock, health, context.meters());
    ProofLoop proof =
        new ProofLoop(inspector, commands::append, turns, clock, health, context.meters());
    StrayLoop strays = new StrayLoop(inspector::seen, commands::append, turns, context.meters());
    Learning learning =
        new Learning(
            expiry::changed,
            (workspace, tenure) -> {
              proof.changed(workspace, tenure);
              strays.changed(workspace, tenure);
            },
            clock,
            context.meters());
    EventFollower follower =
        new EventFollower(
            vertx,
            settings.log(),
            delivery -> learn(turns, learning, delivery),
            new PassOver(context.meters()),
            () -> health.ready(LOG_CHECK),
            why -> health.notReady(LOG_CHECK, why));
    closing.push(follower::close);
    LedgerLoop ledger =
        new LedgerLoop(
            learning.lives(),
            new Survey(vertx, clients.survey(), settings.stacks()),
            follower::upToNow,
            new LedgerTopic(vertx, settings.log(), clients.ledger()),
            commands::append,
            settings.ledger(),
            turns,
            clock,
            context.meters());
    closing.push(
        () -> rest(turns, List.of(expiry::close, proof::close, strays::close, ledger::close)));
    long timer =
        vertx.setPeriodic(CONNECTION_CHECK_MILLISECONDS, ignored -> check(inspector, health));
    closing.push(() -> Future.succeededFuture(vertx.cancelTimer(timer)));
    Future<Void> caughtUp = follower.start();
    caughtUp.onSuccess(ignored -> turns.soon(expiry::open));
    Future.all(caughtUp, listed(vertx, inspector))
        .onSuccess(
            ignored -> {
              turns.soon(proof::open);
              turns.soon(strays::open);
              turns.soon(ledger::open);
            });
    caughtUp.onSuccess(ignored -> LOG.atInfo().log("the log has been read; acting on it"));
    return workspace -> {
      proof.namespaceChanged(workspace);
      strays.namespaceChanged(workspace);
    };
  }

  private static Future<Void> listed(Vertx vertx, KubernetesInspector inspector) {
    return vertx
        .executeBlocking(
            () -> {
              inspector.start();
              return inspector.listed();
            },
            false)
        .compose(Future::fromCompletionStage);
  }

  private static Future<Void> learn(Turns turns, Learning learning, Delivery delivery) {
    Promise<Void> learned = Promise.promise();
    turns.soon(
        () -> {
          learning.learn(delivery.record());
          learned.complete();
        });
    return learned.future();
  }

  private static Future<Void> rest(Turns turns, List<Runnable> loops) {
    Promise<Void> rested = Promise.promise();
    turns.soon(
        () -> {
          loops.forEach(Runnable::run);
          rested.complete();
        });
    return rested.future();
  }

  private static Void close(KubernetesInspector inspector) {
    inspector.close();
    return null;
  }

  private static void check(KubernetesInspector inspector, Health health) {
    if (inspector.isConnected()) {
      health.ready(CLUSTER_CHECK);
    } else {
      health.notReady(CLUSTER_CHECK, "the cluster is not connected");
    }
  }
}
