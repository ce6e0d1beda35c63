package dev.helium.deletion;

import dev.helium.log.LogSettings;
import dev.helium.service.Health;
import dev.helium.service.ServiceContext;
import dev.helium.service.metrics.Scrape;
import dev.helium.service.metrics.ServiceMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import org.awaitility.Awaitility;

/** A deletion controller in this JVM. */
final class RunningController implements AutoCloseable {
  static {
    // A thread of a client that was closed may end with an exception while something else is
    // awaited; that says nothing of it.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }

  private final ServiceMeters measured = new ServiceMeters("deletion-controller");
  private final MeterRegistry meters = measured.registry();
  private final Vertx vertx = measured.vertx(new VertxOptions());
  private final Health health = new Health();
  private final DeletionController controller;

  RunningController(String bootstrap, Path kubeconfig) {
    this(new DeletionSettings(new LogSettings(bootstrap), kubeconfig));
  }

  /**
   * @param clusters a folder of kubeconfigs of further clusters
   */
  RunningController(String bootstrap, Path kubeconfig, Path clusters) {
    this(
        new DeletionSettings(new LogSettings(bootstrap), kubeconfig).withClusters(clusters),
        InstantSource.system());
  }

  RunningController(DeletionSettings settings) {
    this(settings, InstantSource.system());
  }

  /**
   * @param clock what it takes for the wall clock
   */
  RunningController(DeletionSettings settings, InstantSource clock) {
    measured.show(health::isReady);
    controller = new DeletionController(settings, clock, System::nanoTime);
    TestLog.get(controller.start(new ServiceContext(vertx, health, meters)));
  }

  boolean isReady() {
    return health.isReady();
  }

  boolean isReady(String check) {
    return health.isReady(check);
  }

  /** How many destroyed workspaces it still looks for. */
  double unproven() {
    return meters.get("helium.deletion.unproven").gauge().value();
  }

  /** How many looks at the cluster it has made. */
  long looks() {
    return meters.get("helium.deletion.looks").timer().count();
  }

  /** All that it shows of itself now. */
  Scrape scrape() {
    return measured.scrape();
  }

  @Override
  public void close() {
    TestLog.get(controller.stop());
    TestLog.get(vertx.close());
  }
}
