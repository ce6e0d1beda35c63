package dev.helium.deletion;

import dev.helium.deletion.clearance.ClearanceOrder;
import dev.helium.deletion.recurring.Recurrence;
import dev.helium.deletion.recurring.RecurrenceFile;
import dev.helium.log.LogSettings;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What a deletion controller needs to be told.
 *
 * @param kubeconfig of the cluster that workspaces live in
 * @param clearance whether every workspace is to go
 * @param recurrences workspaces that are made again and again
 */
public record DeletionSettings(
    LogSettings log, Path kubeconfig, ClearanceOrder clearance, List<Recurrence> recurrences) {
  private static final String RECURRING = "HELIUM_RECURRING";

  public DeletionSettings {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(kubeconfig, "kubeconfig");
    Objects.requireNonNull(clearance, "clearance");
    recurrences = List.copyOf(recurrences);
  }

  /** With nothing ordered beyond the rule. */
  public DeletionSettings(LogSettings log, Path kubeconfig) {
    this(log, kubeconfig, ClearanceOrder.NONE, List.of());
  }

  public static DeletionSettings of(Environment environment) {
    return new DeletionSettings(
        LogEnvironment.alone(environment),
        environment.path("HELIUM_KUBECONFIG"),
        ClearanceOrder.of(environment),
        recurrences(environment));
  }

  private static List<Recurrence> recurrences(Environment environment) {
    try {
      return environment.optionalPath(RECURRING).map(RecurrenceFile::read).orElse(List.of());
    } catch (IllegalArgumentException broken) {
      throw new ConfigurationException(
          RECURRING, "must name a file that keeps its rules: " + broken.getMessage());
    }
  }
}
