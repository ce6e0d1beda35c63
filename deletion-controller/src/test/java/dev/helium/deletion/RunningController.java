package dev.helium.deletion;

import dev.helium.log.LogSettings;
import dev.helium.service.Health;
import dev.helium.service.ServiceContext;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;

/** A deletion controller in this JVM. */
final class RunningController implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Health health = new Health();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final DeletionController controller;

  RunningController(String bootstrap, Path kubeconfig) {
    this(new DeletionSettings(new LogSettings(bootstrap), kubeconfig));
  }

  RunningController(DeletionSettings settings) {
    controller = new DeletionController(settings, InstantSource.system());
    TestLog.get(controller.start(new ServiceContext(vertx, health, meters)));
  }

  boolean isReady() {
    return health.isReady();
  }

  /** How many destroyed workspaces it still looks for. */
  double unproven() {
    return meters.get("helium.deletion.unproven").gauge().value();
  }

  /** How many looks at the cluster it has made. */
  long looks() {
    return meters.get("helium.deletion.looks").timer().count();
  }

  @Override
  public void close() {
    TestLog.get(controller.stop());
    TestLog.get(vertx.close());
  }
}
