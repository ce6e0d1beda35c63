package dev.helium.deletion;

import dev.helium.deletion.ledger.LedgerPolicy;
import dev.helium.deletion.ledger.LedgerPolicy.OnDrift;
import dev.helium.deletion.ledger.LedgerPolicy.OnOrphan;
import dev.helium.deletion.stacks.StackFolder;
import dev.helium.log.LogSettings;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What a deletion controller needs to be told.
 *
 * @param kubeconfig of the cluster that workspaces live in
 * @param stacks where the provisioner keeps the state of stacks; only read
 */
public record DeletionSettings(
    LogSettings log, Path kubeconfig, StackFolder stacks, LedgerPolicy ledger) {
  public DeletionSettings {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(kubeconfig, "kubeconfig");
    Objects.requireNonNull(stacks, "stacks");
    Objects.requireNonNull(ledger, "ledger");
  }

  /** Without the state of stacks, and only telling what is found. */
  public DeletionSettings(LogSettings log, Path kubeconfig) {
    this(log, kubeconfig, new StackFolder.Unknown(), LedgerPolicy.DEFAULT);
  }

  public static DeletionSettings of(Environment environment) {
    return new DeletionSettings(
        LogEnvironment.alone(environment),
        environment.path("HELIUM_KUBECONFIG"),
        environment
            .optionalPath("HELIUM_STATE_DIRECTORY")
            .<StackFolder>map(StackFolder.At::new)
            .orElseGet(StackFolder.Unknown::new),
        ledger(environment));
  }

  private static LedgerPolicy ledger(Environment environment) {
    return new LedgerPolicy(
        onOrphan(environment.text("HELIUM_ORPHANS", "report")),
        onDrift(environment.text("HELIUM_DRIFT", "report")),
        environment.duration(
            "HELIUM_ORPHANS_INTERVAL",
            LedgerPolicy.DEFAULT.interval(),
            Duration.ofMinutes(1),
            Duration.ofDays(1)),
        LedgerPolicy.DEFAULT.confirmation(),
        environment.duration(
            "HELIUM_ORPHANS_PATIENCE",
            LedgerPolicy.DEFAULT.patience(),
            Duration.ofMinutes(1),
            Duration.ofDays(30)));
  }

  private static OnOrphan onOrphan(String word) {
    return switch (word) {
      case "report" -> OnOrphan.REPORT;
      case "repair" -> OnOrphan.REPAIR;
      default -> throw new ConfigurationException("HELIUM_ORPHANS", "must be report or repair");
    };
  }

  private static OnDrift onDrift(String word) {
    return switch (word) {
      case "report" -> OnDrift.REPORT;
      case "rebuild" -> OnDrift.REBUILD;
      case "close" -> OnDrift.CLOSE;
      default ->
          throw new ConfigurationException("HELIUM_DRIFT", "must be report, rebuild or close");
    };
  }
}
