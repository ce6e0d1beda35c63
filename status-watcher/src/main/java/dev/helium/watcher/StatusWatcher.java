package dev.helium.watcher;

import dev.helium.log.EventSubscription;
import dev.helium.log.Partitions;
import dev.helium.log.PassOver;
import dev.helium.log.TopicAdministration;
import dev.helium.log.Unreadable;
import dev.helium.service.Health;
import dev.helium.service.Service;
import dev.helium.service.ServiceContext;
import dev.helium.service.Turns;
import dev.helium.service.VertxTurns;
import dev.helium.watcher.cluster.Clusters;
import dev.helium.watcher.cluster.WorkspaceInformers;
import dev.helium.watcher.folding.Findings;
import dev.helium.watcher.publishing.Reporter;
import dev.helium.watcher.sharing.KnownReader;
import dev.helium.watcher.sharing.SpokenFor;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the log and the cluster, and says in the log what the cluster shows. */
public final class StatusWatcher implements Service {
  static final String CLUSTER_CHECK = "cluster is watched";
  private static final String LOG_CHECK = "events are read";
  private static final String GROUP = "helium-status-watcher";

  private static final Logger LOG = LoggerFactory.getLogger(StatusWatcher.class);
  private static final long CONNECTION_CHECK_MILLISECONDS = 500;

  private final WatcherSettings settings;
  private final InstantSource clock;
  private final Deque<Supplier<Future<?>>> closing = new ConcurrentLinkedDeque<>();

  public StatusWatcher(WatcherSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Completes when following has begun; what cannot be reached yet is waited for behind it. */
  @Override
  public Future<?> start(ServiceContext context) {
    Vertx vertx = context.vertx();
    Health health = context.health();
    health.expect(CLUSTER_CHECK);
    health.expect(LOG_CHECK);
    Turns turns = new VertxTurns(vertx.getOrCreateContext());
    // Making a client reads files and takes its time, so it stays off the loop.
    return vertx
        .executeBlocking(this::cluster, false)
        .onSuccess(cluster -> run(context, turns, cluster));
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

  private KubernetesClient cluster() {
    return Clusters.connect(settings.kubeconfig());
  }

  private void run(ServiceContext context, Turns turns, KubernetesClient cluster) {
    Vertx vertx = context.vertx();
    Health health = context.health();
    Findings findings = new Findings();
    Reporter reporter =
        new Reporter(findings, settings.settle(), Partitions::of, turns, clock, context.meters());
    EventSubscription events =
        new EventSubscription(
            vertx,
            settings.log(),
            GROUP,
            new SpokenFor(
                vertx,
                settings.log(),
                new KnownReader(vertx, settings.log(), context.meters()),
                reporter,
                turns,
                health),
            delivery -> soon(turns, () -> reporter.learn(delivery.record())),
            new PassOver(context.meters(), record -> passOver(turns, reporter, record)));
    closing.push(events::close);
    WorkspaceInformers informers =
        new WorkspaceInformers(cluster, findings, settings.schedulingPatience(), reporter::changed);
    closing.push(() -> vertx.executeBlocking(() -> close(informers), false));
    long timer =
        vertx.setPeriodic(CONNECTION_CHECK_MILLISECONDS, ignored -> check(informers, health));
    closing.push(() -> Future.succeededFuture(vertx.cancelTimer(timer)));
    listed(vertx, informers).onSuccess(ignored -> turns.soon(() -> begin(reporter, findings)));
    TopicAdministration.ensureOnceThere(
            vertx, settings.log(), why -> health.notReady(LOG_CHECK, why))
        .compose(ignored -> events.start())
        .onSuccess(ignored -> health.ready(LOG_CHECK))
        .onFailure(
            failure ->
                health.notReady(LOG_CHECK, "the log cannot be read: " + failure.getMessage()));
  }

  private static Future<Void> listed(Vertx vertx, WorkspaceInformers informers) {
    return vertx
        .executeBlocking(
            () -> {
              informers.start();
              return informers.listed();
            },
            false)
        .compose(Future::fromCompletionStage);
  }

  private static Future<Void> passOver(Turns turns, Reporter reporter, Unreadable record) {
    return record
        .envelope()
        .map(envelope -> soon(turns, () -> reporter.passOver(envelope)))
        .orElseGet(Future::succeededFuture);
  }

  private static Future<Void> soon(Turns turns, Runnable turn) {
    Promise<Void> done = Promise.promise();
    turns.soon(
        () -> {
          turn.run();
          done.complete();
        });
    return done.future();
  }

  private static Void close(WorkspaceInformers informers) {
    informers.close();
    return null;
  }

  private static void begin(Reporter reporter, Findings findings) {
    LOG.atInfo().addKeyValue("objects", findings.size()).log("watching");
    reporter.open();
  }

  private static void check(WorkspaceInformers informers, Health health) {
    List<String> disconnected = informers.disconnected();
    if (disconnected.isEmpty()) {
      health.ready(CLUSTER_CHECK);
    } else {
      health.notReady(CLUSTER_CHECK, "not connected for " + String.join(", ", disconnected));
    }
  }
}
