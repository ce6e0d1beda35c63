package dev.helium.watcher;

import dev.helium.log.LogSettings;
import dev.helium.service.Health;
import dev.helium.service.ServiceContext;
import dev.helium.service.metrics.Scrape;
import dev.helium.service.metrics.ServiceMeters;
import dev.helium.watcher.cluster.Pace;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.awaitility.Awaitility;

/** A status watcher in this JVM. */
final class RunningWatcher implements AutoCloseable {
  static {
    // A thread of a client that was closed may end with an exception while something else is
    // awaited; that says nothing of it.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }

  private final ServiceMeters measured = new ServiceMeters("status-watcher");
  private final MeterRegistry meters = measured.registry();
  private final Vertx vertx = measured.vertx(new VertxOptions());
  private final Health health = new Health();
  private final StatusWatcher watcher;

  RunningWatcher(String bootstrap, Path kubeconfig) {
    this(
        new WatcherSettings(
            new LogSettings(bootstrap),
            kubeconfig,
            null,
            new Pace(Duration.ofSeconds(30), Duration.ofMinutes(30), Duration.ofMinutes(10)),
            Duration.ZERO));
  }

  RunningWatcher(WatcherSettings settings) {
    measured.show(health::isReady);
    watcher = new StatusWatcher(settings, InstantSource.system());
    WatchedLog.get(watcher.start(new ServiceContext(vertx, health, meters)));
  }

  boolean isReady() {
    return health.isReady();
  }

  /** How many clusters are connected in that way. */
  int clusters(String state) {
    return (int) meters.get("helium.watcher.clusters").tag("state", state).gauge().value();
  }

  /** All that it shows of itself now. */
  Scrape scrape() {
    return measured.scrape();
  }

  MeterRegistry meters() {
    return meters;
  }

  @Override
  public void close() {
    WatchedLog.get(watcher.stop());
    WatchedLog.get(vertx.close());
  }
}
