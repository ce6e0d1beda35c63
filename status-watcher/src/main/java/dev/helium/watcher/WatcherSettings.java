package dev.helium.watcher;

import dev.helium.log.LogSettings;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import dev.helium.watcher.cluster.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What a status watcher needs to be told. */
public final class WatcherSettings {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(10);
  private static final Duration LISTING = Duration.ofMinutes(30);
  private static final Duration LEAST_LISTING = Duration.ofMinutes(1);
  private static final Duration MOST_LISTING = Duration.ofDays(1);
  private static final Duration SCHEDULING = Duration.ofMinutes(10);
  private static final Duration MOST_SCHEDULING = Duration.ofDays(1);
  private static final Duration MOST_SETTLE = Duration.ofHours(1);

  private final LogSettings log;
  private final Path kubeconfig;
  private final Path clusters;
  private final Pace pace;
  private final Duration settle;

  /**
   * @param kubeconfig of the default cluster
   * @param clusters a folder of kubeconfigs of further clusters; null when there are none
   * @param settle how long all must have been fine before a workspace is ready that does not say
   */
  public WatcherSettings(
      LogSettings log, Path kubeconfig, Path clusters, Pace pace, Duration settle) {
    this.log = Objects.requireNonNull(log, "log");
    this.kubeconfig = Objects.requireNonNull(kubeconfig, "kubeconfig");
    this.clusters = clusters;
    this.pace = Objects.requireNonNull(pace, "pace");
    this.settle = Objects.requireNonNull(settle, "settle");
  }

  public static WatcherSettings of(Environment environment) {
    return new WatcherSettings(
        LogEnvironment.sharing(environment),
        environment.path("HELIUM_KUBECONFIG"),
        environment.optionalPath("HELIUM_CLUSTERS_DIRECTORY").orElse(null),
        new Pace(
            environment.duration(
                "HELIUM_WATCHER_CLUSTER_PATIENCE", PATIENCE, LEAST_PATIENCE, MOST_PATIENCE),
            environment.duration(
                "HELIUM_WATCHER_LISTING_INTERVAL", LISTING, LEAST_LISTING, MOST_LISTING),
            environment.duration(
                "HELIUM_WATCHER_SCHEDULING_PATIENCE", SCHEDULING, Duration.ZERO, MOST_SCHEDULING)),
        environment.duration("HELIUM_WATCHER_SETTLE", Duration.ZERO, Duration.ZERO, MOST_SETTLE));
  }

  LogSettings log() {
    return log;
  }

  Path kubeconfig() {
    return kubeconfig;
  }

  Optional<Path> clusters() {
    return Optional.ofNullable(clusters);
  }

  Pace pace() {
    return pace;
  }

  Duration settle() {
    return settle;
  }
}
