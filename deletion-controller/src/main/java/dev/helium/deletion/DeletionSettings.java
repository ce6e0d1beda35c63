package dev.helium.deletion;

import dev.helium.deletion.clearance.ClearanceOrder;
import dev.helium.log.LogSettings;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a deletion controller needs to be told.
 *
 * @param kubeconfig of the cluster that workspaces live in
 * @param clearance whether every workspace is to go
 */
public record DeletionSettings(LogSettings log, Path kubeconfig, ClearanceOrder clearance) {
  public DeletionSettings {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(kubeconfig, "kubeconfig");
    Objects.requireNonNull(clearance, "clearance");
  }

  /** With nothing ordered beyond the rule. */
  public DeletionSettings(LogSettings log, Path kubeconfig) {
    this(log, kubeconfig, ClearanceOrder.NONE);
  }

  public static DeletionSettings of(Environment environment) {
    return new DeletionSettings(
        LogEnvironment.alone(environment),
        environment.path("HELIUM_KUBECONFIG"),
        ClearanceOrder.of(environment));
  }
}
