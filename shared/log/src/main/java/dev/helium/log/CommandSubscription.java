package dev.helium.log;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;

/** Shares the commands with every other process of a group, each partition having one owner. */
public final class CommandSubscription {
  private final Vertx vertx;
  private final CommandReader reader;
  private Future<String> deployment = Future.failedFuture("the subscription was never started");

  public CommandSubscription(
      Vertx vertx, LogSettings settings, String group, CommandHandler handler) {
    this.vertx = vertx;
    this.reader = new CommandReader(settings, group, handler);
  }

  /** Completes when the process has asked to be given partitions. */
  public Future<Void> start() {
    deployment =
        vertx.deployVerticle(
            reader, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD));
    return deployment.mapEmpty();
  }

  /** Ends after the commands under way. */
  public Future<Void> close() {
    return deployment.compose(vertx::undeploy);
  }
}
