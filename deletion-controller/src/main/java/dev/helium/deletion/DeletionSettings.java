package dev.helium.deletion;

import dev.helium.log.LogSettings;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a deletion controller needs to be told.
 *
 * @param kubeconfig of the cluster that workspaces live in
 */
public record DeletionSettings(LogSettings log, Path kubeconfig) {
  public DeletionSettings {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(kubeconfig, "kubeconfig");
  }

  public static DeletionSettings of(Environment environment) {
    return new DeletionSettings(
        LogEnvironment.alone(environment), environment.path("HELIUM_KUBECONFIG"));
  }
}
