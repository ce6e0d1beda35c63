package dev.helium.watcher;

import dev.helium.log.LogSettings;
import dev.helium.service.Health;
import dev.helium.service.ServiceContext;
import dev.helium.watcher.cluster.Pace;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** A status watcher in this JVM. */
final class RunningWatcher implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Health health = new Health();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
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

  SimpleMeterRegistry meters() {
    return meters;
  }

  @Override
  public void close() {
    WatchedLog.get(watcher.stop());
    WatchedLog.get(vertx.close());
  }
}
