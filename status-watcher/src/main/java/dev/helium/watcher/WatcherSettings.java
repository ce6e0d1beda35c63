package dev.helium.watcher;

import dev.helium.log.LogSettings;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What a status watcher needs to be told.
 *
 * @param kubeconfig of the cluster that it watches
 * @param schedulingPatience how long a pod may go without a node before somebody has to do
 *     something
 * @param settle how long all must have been fine before a workspace is ready that does not say
 */
public record WatcherSettings(
    LogSettings log, Path kubeconfig, Duration schedulingPatience, Duration settle) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofDays(1);

  public WatcherSettings {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(kubeconfig, "kubeconfig");
    Objects.requireNonNull(schedulingPatience, "schedulingPatience");
    Objects.requireNonNull(settle, "settle");
  }

  public static WatcherSettings of(Environment environment) {
    return new WatcherSettings(
        LogEnvironment.sharing(environment),
        environment.path("HELIUM_KUBECONFIG"),
        environment.duration(
            "HELIUM_WATCHER_SCHEDULING_PATIENCE", PATIENCE, Duration.ZERO, LONGEST),
        environment.duration(
            "HELIUM_WATCHER_SETTLE", Duration.ZERO, Duration.ZERO, Duration.ofHours(1)));
  }
}
