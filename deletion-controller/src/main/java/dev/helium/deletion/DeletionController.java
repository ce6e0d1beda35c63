package dev.helium.deletion;

import dev.helium.deletion.expiry.Reaper;
import dev.helium.deletion.proof.ClusterSearch;
import dev.helium.deletion.proof.Prover;
import dev.helium.log.CommandLog;
import dev.helium.log.Delivery;
import dev.helium.log.EventFollower;
import dev.helium.service.Health;
import dev.helium.service.Service;
import dev.helium.service.ServiceContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the log; asks for deletions at their instant and proves destroyed workspaces gone. */
final class DeletionController implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(DeletionController.class);
  private static final String LOG_CHECK = "events are read";
  private static final int CONNECT_MILLISECONDS = 5_000;
  private static final int REQUEST_MILLISECONDS = 15_000;

  private final DeletionSettings settings;
  private final InstantSource clock;
  private final Workspaces workspaces = new Workspaces();
  private final Deque<Supplier<Future<?>>> closing = new ArrayDeque<>();
  private Context loop;
  private Reaper reaper;
  private Prover prover;

  DeletionController(DeletionSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Future<?> start(ServiceContext context) {
    Vertx vertx = context.vertx();
    Health health = context.health();
    health.expect(LOG_CHECK);
    loop = vertx.getOrCreateContext();
    // Making clients reads files and takes its time, so it stays off the loop.
    return vertx
        .executeBlocking(() -> new Clients(connect(), new CommandLog(vertx, settings.log())))
        .onSuccess(clients -> onLoop(() -> assemble(context, clients)));
  }

  @Override
  public Future<?> stop() {
    Future<?> stopped = Future.succeededFuture();
    for (Supplier<Future<?>> close : closing) {
      stopped = stopped.eventually(close::get);
    }
    return stopped;
  }

  private KubernetesClient connect() {
    Config config =
        new ConfigBuilder(Config.fromKubeconfig(settings.kubeconfig().toFile()))
            .withConnectionTimeout(CONNECT_MILLISECONDS)
            .withRequestTimeout(REQUEST_MILLISECONDS)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  private record Clients(KubernetesClient cluster, CommandLog commands) {}

  private void assemble(ServiceContext context, Clients clients) {
    Vertx vertx = context.vertx();
    Health health = context.health();
    CommandSink sink = command -> here(clients.commands().append(command));
    WorkerExecutor workers =
        vertx.createSharedWorkerExecutor("looking-for-remains", settings.looksAtOnce());
    reaper = new Reaper(vertx, sink, clock, context.meters());
    prover =
        new Prover(
            vertx, workers, new ClusterSearch(clients.cluster()), sink, clock, context.meters());
    EventFollower follower =
        new EventFollower(
            vertx,
            settings.log(),
            this::learn,
            () -> health.ready(LOG_CHECK),
            why -> health.notReady(LOG_CHECK, why));
    closing.add(follower::close);
    closing.add(this::rest);
    closing.add(clients.commands()::close);
    closing.add(workers::close);
    closing.add(
        () ->
            vertx.executeBlocking(
                () -> {
                  clients.cluster().close();
                  return null;
                }));
    follower.start().onSuccess(ignored -> onLoop(this::open));
  }

  private Future<Void> learn(Delivery delivery) {
    Promise<Void> learned = Promise.promise();
    onLoop(
        () -> {
          workspaces
              .apply(delivery.record())
              .ifPresent(
                  workspace -> {
                    reaper.update(workspace);
                    prover.update(workspace);
                  });
          learned.complete();
        });
    return learned.future();
  }

  private void open() {
    LOG.atInfo().log("acting on expiries and destroyed workspaces");
    reaper.open();
    prover.open();
  }

  private Future<Void> rest() {
    Promise<Void> rested = Promise.promise();
    onLoop(
        () -> {
          reaper.close();
          prover.close();
          rested.complete();
        });
    return rested.future();
  }

  /** Everything that is known is changed on one event loop. */
  private void onLoop(Runnable work) {
    loop.runOnContext(ignored -> work.run());
  }

  private <T> Future<T> here(Future<T> elsewhere) {
    Promise<T> promise = Promise.promise();
    elsewhere.onComplete(
        result ->
            onLoop(
                () -> {
                  if (result.succeeded()) {
                    promise.complete(result.result());
                  } else {
                    promise.fail(result.cause());
                  }
                }));
    return promise.future();
  }
}
