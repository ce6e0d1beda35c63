package dev.helium.log;

import dev.helium.wire.Topics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Shares the commands with every other process of a group, each partition having one owner. */
public final class CommandSubscription {
  private final Vertx vertx;
  private final SharedReader reader;
  private final Supplier<Future<Void>> closing;
  private Future<String> deployment = Future.failedFuture("the subscription was never started");

  /** Puts aside what cannot be read, in the name of the group, and does not count it. */
  public CommandSubscription(
      Vertx vertx, LogSettings settings, String group, CommandHandler handler) {
    this(
        vertx,
        settings,
        group,
        handler,
        new DeadLetters(
            vertx, settings, group, InstantSource.system(), new CompositeMeterRegistry()));
  }

  /**
   * @param deadLetters takes what cannot be read, and is closed with this
   */
  public CommandSubscription(
      Vertx vertx,
      LogSettings settings,
      String group,
      CommandHandler handler,
      DeadLetters deadLetters) {
    this.vertx = vertx;
    this.reader =
        new SharedReader(
            settings,
            group,
            Topics.COMMANDS,
            new CommandShare(handler, deadLetters, new CommandRecords()));
    this.closing = deadLetters::close;
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
    return deployment.compose(vertx::undeploy).eventually(closing);
  }
}
