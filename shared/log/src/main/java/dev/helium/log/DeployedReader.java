package dev.helium.log;

import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;

/** A reader on a virtual thread of its own, from its start to its close. */
final class DeployedReader {
  private final Vertx vertx;
  private final Deployable reader;
  private Future<String> deployment = Future.failedFuture("the reader was never started");

  DeployedReader(Vertx vertx, Deployable reader) {
    this.vertx = vertx;
    this.reader = reader;
  }

  /** Completes when the reader has begun. */
  Future<Void> start() {
    deployment =
        vertx.deployVerticle(
            reader, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD));
    return deployment.mapEmpty();
  }

  /** Completes when the reader has ended; fails when it never began. */
  Future<Void> close() {
    return deployment.compose(vertx::undeploy);
  }
}
