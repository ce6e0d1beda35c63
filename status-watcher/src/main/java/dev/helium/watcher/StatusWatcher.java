package dev.helium.watcher;

import dev.helium.log.EventFollower;
import dev.helium.log.EventLog;
import dev.helium.service.Health;
import dev.helium.service.Service;
import dev.helium.service.ServiceContext;
import dev.helium.watcher.cluster.Clusters;
import dev.helium.watcher.cluster.WorkspaceInformers;
import dev.helium.watcher.folding.Findings;
import dev.helium.watcher.publishing.Reporter;
import dev.helium.watcher.publishing.Turns;
import dev.helium.watcher.publishing.VertxTurns;
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
    EventLog log = new EventLog(vertx, settings.log());
    closing.push(log::close);
    Findings findings = new Findings();
    Reporter reporter = new Reporter(findings, log::append, turns, clock, health, context.meters());
    EventFollower follower =
        new EventFollower(
            vertx,
            settings.log(),
            delivery -> {
              Promise<Void> learned = Promise.promise();
              turns.soon(
                  () -> {
                    reporter.learn(delivery.record());
                    learned.complete();
                  });
              return learned.future();
            },
            () -> health.ready(LOG_CHECK),
            why -> health.notReady(LOG_CHECK, why));
    closing.push(follower::close);
    return vertx
        .executeBlocking(() -> watch(findings, reporter), false)
        .onSuccess(
            informers -> {
              closing.push(() -> vertx.executeBlocking(() -> close(informers), false));
              long timer =
                  vertx.setPeriodic(
                      CONNECTION_CHECK_MILLISECONDS, ignored -> check(informers, health));
              closing.push(() -> Future.succeededFuture(vertx.cancelTimer(timer)));
              Future.all(follower.start(), Future.fromCompletionStage(informers.listed()))
                  .onSuccess(ignored -> turns.soon(() -> begin(reporter, findings)));
            });
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

  private WorkspaceInformers watch(Findings findings, Reporter reporter) {
    WorkspaceInformers informers =
        new WorkspaceInformers(
            Clusters.connect(settings.kubeconfig()), findings, reporter::changed);
    informers.start();
    return informers;
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
