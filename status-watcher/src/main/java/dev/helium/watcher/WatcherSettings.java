package dev.helium.watcher;

import dev.helium.log.LogSettings;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a status watcher needs to be told.
 *
 * @param kubeconfig of the cluster that it watches
 */
public record WatcherSettings(LogSettings log, Path kubeconfig) {
  public WatcherSettings {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(kubeconfig, "kubeconfig");
  }

  public static WatcherSettings of(Environment environment) {
    return new WatcherSettings(
        LogEnvironment.sharing(environment), environment.path("HELIUM_KUBECONFIG"));
  }
}
