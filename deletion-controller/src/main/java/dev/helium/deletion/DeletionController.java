package dev.helium.deletion;

import dev.helium.deletion.clock.ClockGuard;
import dev.helium.deletion.clock.ClockWatch;
import dev.helium.deletion.clock.Reading;
import dev.helium.deletion.cluster.ClusterLooks;
import dev.helium.deletion.cluster.ClusterSurvey;
import dev.helium.deletion.cluster.Clusters;
import dev.helium.deletion.cluster.FurtherClusters;
import dev.helium.deletion.cluster.KubernetesInspector;
import dev.helium.deletion.sharing.OwnPartitions;
import dev.helium.deletion.trail.TracedCommands;
import dev.helium.deletion.trail.Trails;
import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import dev.helium.kubernetes.ClusterFolder;
import dev.helium.kubernetes.FolderWatch;
import dev.helium.log.AdmittingLog;
import dev.helium.log.BrokerClock;
import dev.helium.log.Delivery;
import dev.helium.log.EventFollower;
import dev.helium.log.LedgerLog;
import dev.helium.log.LogIdentity;
import dev.helium.log.LogLag;
import dev.helium.log.PartitionShare;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for deletion when time is up, and confirms it when nothing is left. */
public final class DeletionController implements Service {
  static final String LOG_CHECK = "events are read";
  static final String CLUSTER_CHECK = "namespaces are watched";

  private static final Logger LOG = LoggerFactory.getLogger(DeletionController.class);
  private static final Duration CONNECTION_CHECK = Duration.ofMillis(500);

  private final DeletionSettings settings;
  private final InstantSource clock;
  private final LongSupplier ticks;
  private final Trails trails = new Trails();
  private final Deque<Supplier<Future<?>>> closing = new ConcurrentLinkedDeque<>();

  /**
   * @param ticks nanoseconds of a clock that cannot be set
   */
  public DeletionController(DeletionSettings settings, InstantSource clock, LongSupplier ticks) {
    this.settings = settings;
    this.clock = clock;
    this.ticks = ticks;
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
      AdmittingLog commands,
      BrokerClock brokerClock,
      LedgerLog ledger,
      ClusterLooks looks,
      KubernetesInspector inspector) {}

  private Clients clients(Vertx vertx, Consumer<WorkspaceId> namespaceChanged) {
    AdmittingLog commands = new AdmittingLog(vertx, settings.log(), settings.quotas());
    closing.push(commands::close);
    BrokerClock brokerClock = new BrokerClock(vertx, settings.log());
    closing.push(brokerClock::close);
    LedgerLog ledger = new LedgerLog(vertx, settings.log());
    closing.push(ledger::close);
    KubernetesClient client = Clusters.connect(settings.kubeconfig());
    KubernetesInspector inspector =
        new KubernetesInspector(vertx, ClusterName.DEFAULT, client, clock, namespaceChanged);
    closing.push(() -> vertx.executeBlocking(() -> close(inspector), false));
    ClusterSurvey survey = new ClusterSurvey(vertx, ClusterName.DEFAULT, client, clock);
    return new Clients(commands, brokerClock, ledger, new ClusterLooks(survey), inspector);
  }

  /** Returns who is to be told, in turns, whose namespace has changed. */
  private Consumer<WorkspaceId> run(ServiceContext context, Turns turns, Clients clients) {
    Vertx vertx = context.vertx();
    Promise<EventFollower> following = Promise.promise();
    Loops loops =
        loops(context, turns, clients, () -> following.future().compose(EventFollower::upToNow));
    turns.soon(loops::begin);
    seeFurtherClusters(context, turns, loops, clients.looks());
    checkConnection(context, turns, loops, clients.inspector());
    following.complete(followLog(context, turns, loops, listed(vertx, clients.inspector())));
    return namespace -> loops.namespaceChanged(ClusterName.DEFAULT, namespace);
  }

  private Loops loops(
      ServiceContext context, Turns turns, Clients clients, Supplier<Future<Void>> upToNow) {
    ClockWatch watch =
        new ClockWatch(
            new ClockGuard(settings.clockJump()),
            () -> new Reading(clock.instant(), ticks.getAsLong()),
            clients.brokerClock()::ask,
            turns,
            context.health(),
            context.meters());
    return new Loops(
        settings,
        new TracedCommands(new OwnAccount(clients.commands()), trails, context.tracing()),
        watch,
        clients.inspector(),
        () -> LogIdentity.read(context.vertx(), settings.log()),
        new Loops.LedgerEdge(
            new Survey(context.vertx(), clients.looks(), settings.stacks()),
            clients.looks()::all,
            upToNow,
            new LedgerTopic(context.vertx(), settings.log(), clients.ledger())),
        turns,
        clock,
        context.health(),
        context.meters());
  }

  private EventFollower followLog(
      ServiceContext context, Turns turns, Loops loops, Future<Void> namespacesListed) {
    Health health = context.health();
    EventFollower follower =
        new EventFollower(
            context.vertx(),
            settings.log(),
            delivery -> learn(turns, loops, delivery),
            new PassOver(context.meters()),
            () -> health.ready(LOG_CHECK),
            why -> health.notReady(LOG_CHECK, why));
    OwnPartitions own = new OwnPartitions(loops.tenures(), turns, health, context.meters());
    PartitionShare share =
        new PartitionShare(context.vertx(), settings.log(), OwnPartitions.GROUP, own);
    LogLag.show(context.meters(), OwnPartitions.GROUP, follower::lag, follower::standstill);
    closing.push(follower::close);
    closing.push(() -> share.close().otherwiseEmpty());
    closing.push(() -> inTurn(turns, loops::close));
    Future<Void> caughtUp = follower.start();
    caughtUp.onSuccess(ignored -> turns.soon(loops::openOnLog));
    Future.all(caughtUp, namespacesListed)
        .onSuccess(ignored -> turns.soon(loops::openOnNamespaces));
    // Not before the log has been read: who takes a partition has to know its workspaces.
    caughtUp.compose(ignored -> share.start()).onSuccess(ignored -> turns.soon(own::joined));
    caughtUp.onSuccess(ignored -> LOG.atInfo().log("the log has been read; acting on it"));
    return follower;
  }

  private void seeFurtherClusters(
      ServiceContext context, Turns turns, Loops loops, ClusterLooks looks) {
    FurtherClusters further =
        new FurtherClusters(
            context.vertx(),
            turns,
            clock,
            loops.proofs(),
            looks,
            loops::namespaceChanged,
            context.health());
    closing.push(() -> endInTurn(turns, further::close));
    if (settings.clusters().isEmpty()) {
      turns.soon(() -> further.found(Map.of()));
      return;
    }
    ClusterFolder folder = new ClusterFolder(settings.clusters().get(), Clusters::connect);
    loops.proofs().witness(folder::isSaidGone);
    FolderWatch watch =
        new FolderWatch(context.vertx(), turns, folder, further::found, further::notFound);
    closing.push(() -> inTurn(turns, watch::close));
  }

  private void checkConnection(
      ServiceContext context, Turns turns, Loops loops, KubernetesInspector inspector) {
    long timer =
        context
            .vertx()
            .setPeriodic(
                CONNECTION_CHECK.toMillis(),
                ignored -> {
                  if (inspector.isConnected()) {
                    context.health().ready(CLUSTER_CHECK);
                  } else {
                    context.health().notReady(CLUSTER_CHECK, "the cluster is not connected");
                    turns.soon(() -> loops.excuse(CONNECTION_CHECK));
                  }
                });
    closing.push(() -> Future.succeededFuture(context.vertx().cancelTimer(timer)));
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

  private Future<Void> learn(Turns turns, Loops loops, Delivery delivery) {
    trails.learn(delivery);
    return inTurn(turns, () -> loops.learn(delivery.record(), delivery.partition()));
  }

  private static Future<Void> inTurn(Turns turns, Runnable task) {
    Promise<Void> done = Promise.promise();
    turns.soon(
        () -> {
          task.run();
          done.complete();
        });
    return done.future();
  }

  private static Future<Void> endInTurn(Turns turns, Supplier<Future<?>> task) {
    Promise<Void> ended = Promise.promise();
    turns.soon(() -> task.get().onComplete(ignored -> ended.complete()));
    return ended.future();
  }

  private static Void close(KubernetesInspector inspector) {
    inspector.close();
    return null;
  }
}
