package dev.helium.watcher;

import dev.helium.domain.Source;
import dev.helium.kubernetes.FolderWatch;
import dev.helium.log.BackendFollower;
import dev.helium.log.EventSubscription;
import dev.helium.log.GroupLog;
import dev.helium.log.LogLag;
import dev.helium.log.Partitions;
import dev.helium.log.PassOver;
import dev.helium.log.TopicAdministration;
import dev.helium.log.Unreadable;
import dev.helium.service.Health;
import dev.helium.service.Service;
import dev.helium.service.ServiceContext;
import dev.helium.service.Turns;
import dev.helium.service.VertxTurns;
import dev.helium.service.metrics.KnownNames;
import dev.helium.watcher.cluster.FollowedClusters;
import dev.helium.watcher.publishing.Reporter;
import dev.helium.watcher.sharing.Changes;
import dev.helium.watcher.sharing.KnownReader;
import dev.helium.watcher.sharing.SpokenFor;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/** Follows the log and the cluster, and says in the log what the cluster shows. */
public final class StatusWatcher implements Service {
  private static final String LOG_CHECK = "events are read";
  private static final String GROUP = "helium-status-watcher";

  private static final long LOOK_MILLISECONDS = 200;

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
    context.health().expect(LOG_CHECK);
    Turns turns = new VertxTurns(context.vertx().getOrCreateContext());
    FollowedClusters clusters = new FollowedClusters(context, turns, clock, settings.pace());
    BackendFollower backends = new BackendFollower(context.vertx(), settings.log());
    Reporter reporter =
        new Reporter(
            clusters,
            settings.settle(),
            Partitions::of,
            turns,
            clock,
            context.meters(),
            names(backends));
    closing.push(backends::close);
    backends.start();
    closing.push(() -> inTurn(turns, clusters::stop));
    return inTurn(
            turns,
            () -> clusters.start(settings.kubeconfig(), reporter::changed, reporter::changedIn))
        .onSuccess(
            ignored -> {
              lookAgainAndAgain(context.vertx(), turns, clusters);
              followLog(context, turns, reporter);
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

  private void lookAgainAndAgain(Vertx vertx, Turns turns, FollowedClusters clusters) {
    settings
        .clusters()
        .ifPresentOrElse(
            folder -> {
              FolderWatch watch =
                  new FolderWatch(
                      vertx,
                      turns,
                      clusters.folder(folder),
                      clusters::further,
                      clusters::furtherCannotBeRead);
              closing.push(
                  () -> {
                    watch.close();
                    return Future.succeededFuture();
                  });
            },
            () -> turns.soon(() -> clusters.further(Map.of())));
    long timer = vertx.setPeriodic(LOOK_MILLISECONDS, ignored -> turns.soon(clusters::look));
    closing.push(() -> Future.succeededFuture(vertx.cancelTimer(timer)));
  }

  private void followLog(ServiceContext context, Turns turns, Reporter reporter) {
    Vertx vertx = context.vertx();
    Health health = context.health();
    GroupLog log = new GroupLog(settings.log(), GROUP, Source.STATUS_WATCHER, context.meters());
    closing.push(log::close);
    Changes changes = new Changes();
    EventSubscription events =
        new EventSubscription(
            vertx,
            settings.log(),
            log,
            new SpokenFor(
                vertx,
                log,
                new KnownReader(vertx, settings.log(), changes, context.meters()),
                reporter,
                turns,
                health,
                changes,
                context.tracing()),
            delivery -> {
              // Before it is seen to, so that what is said then is part of the same trace.
              changes.learn(delivery.record(), delivery.stamp().trace());
              return soon(
                  turns,
                  () ->
                      context
                          .tracing()
                          .measure(
                              delivery.stamp().trace(), () -> reporter.learn(delivery.record())));
            },
            new PassOver(context.meters(), record -> passOver(turns, reporter, record)));
    closing.push(events::close);
    LogLag.show(context.meters(), GROUP, events::lag, events::standstill);
    TopicAdministration.ensureOnceThere(
            vertx, settings.log(), why -> health.notReady(LOG_CHECK, why))
        .compose(ignored -> events.start())
        .onSuccess(ignored -> health.ready(LOG_CHECK))
        .onFailure(
            failure ->
                health.notReady(LOG_CHECK, "the log cannot be read: " + failure.getMessage()));
  }

  private static KnownNames names(BackendFollower backends) {
    return new KnownNames(() -> backends.backends().map(Map::keySet).orElseGet(Set::of));
  }

  private static Future<Void> passOver(Turns turns, Reporter reporter, Unreadable record) {
    return record
        .envelope()
        .map(envelope -> soon(turns, () -> reporter.passOver(envelope)))
        .orElseGet(Future::succeededFuture);
  }

  private static Future<Void> soon(Turns turns, Runnable turn) {
    return inTurn(
        turns,
        () -> {
          turn.run();
          return Future.succeededFuture();
        });
  }

  private static Future<Void> inTurn(Turns turns, Supplier<Future<?>> turn) {
    Promise<Void> done = Promise.promise();
    turns.soon(() -> turn.get().<Void>mapEmpty().onComplete(done));
    return done.future();
  }
}
