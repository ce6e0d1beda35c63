package dev.helium.deletion;

import dev.helium.domain.WarningLeads;
import dev.helium.log.LogSettings;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import dev.helium.service.policy.LifetimeEnvironment;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a deletion controller needs to be told.
 *
 * @param kubeconfig of the cluster that workspaces live in
 * @param warnings how long before a workspace ends that is announced
 */
public record DeletionSettings(LogSettings log, Path kubeconfig, WarningLeads warnings) {
  public DeletionSettings {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(kubeconfig, "kubeconfig");
    Objects.requireNonNull(warnings, "warnings");
  }

  /** With the standard warnings. */
  public DeletionSettings(LogSettings log, Path kubeconfig) {
    this(log, kubeconfig, WarningLeads.STANDARD);
  }

  public static DeletionSettings of(Environment environment) {
    return new DeletionSettings(
        LogEnvironment.alone(environment),
        environment.path("HELIUM_KUBECONFIG"),
        LifetimeEnvironment.read(environment).warnings());
  }
}
