package dev.helium.watcher;

import dev.helium.log.LogSettings;
import dev.helium.log.Membership;
import dev.helium.service.Environment;
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
        new LogSettings(environment.required("HELIUM_KAFKA_BOOTSTRAP"), membership(environment)),
        environment.path("HELIUM_KUBECONFIG"));
  }

  private static Membership membership(Environment environment) {
    return new Membership(
        environment.name("HELIUM_INSTANCE"),
        environment.duration(
            "HELIUM_KAFKA_SESSION",
            Membership.ANONYMOUS.session(),
            Membership.SHORTEST_SESSION,
            Membership.LONGEST_SESSION));
  }
}
