package dev.helium.deletion;

import dev.helium.deletion.clearance.ClearanceOrder;
import dev.helium.deletion.recurring.Recurrence;
import dev.helium.deletion.recurring.RecurrenceFile;
import dev.helium.domain.WarningLeads;
import dev.helium.log.LogSettings;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import dev.helium.service.policy.LifetimeEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a deletion controller needs to be told. */
public final class DeletionSettings {
  private static final String RECURRING = "HELIUM_RECURRING";

  private static final Duration USUAL_JUMP = Duration.ofMinutes(1);

  /** Less would take a process that waited for its processor for a clock that jumped. */
  private static final Duration SHORTEST_JUMP = Duration.ofSeconds(2);

  private static final Duration LONGEST_JUMP = Duration.ofHours(1);

  private final LogSettings log;
  private final Path kubeconfig;
  private final Path clusters;
  private final Duration clockJump;
  private final WarningLeads warnings;
  private final ClearanceOrder clearance;
  private final List<Recurrence> recurrences;

  private DeletionSettings(
      LogSettings log,
      Path kubeconfig,
      Path clusters,
      Duration clockJump,
      WarningLeads warnings,
      ClearanceOrder clearance,
      List<Recurrence> recurrences) {
    this.log = Objects.requireNonNull(log, "log");
    this.kubeconfig = Objects.requireNonNull(kubeconfig, "kubeconfig");
    this.clusters = clusters;
    this.clockJump = Objects.requireNonNull(clockJump, "clockJump");
    this.warnings = Objects.requireNonNull(warnings, "warnings");
    this.clearance = Objects.requireNonNull(clearance, "clearance");
    this.recurrences = List.copyOf(recurrences);
  }

  /**
   * With one cluster, the standard warnings, and nothing ordered beyond the rule.
   *
   * @param kubeconfig of the default cluster
   */
  public DeletionSettings(LogSettings log, Path kubeconfig) {
    this(log, kubeconfig, null, USUAL_JUMP, WarningLeads.STANDARD, ClearanceOrder.NONE, List.of());
  }

  public static DeletionSettings of(Environment environment) {
    return new DeletionSettings(
        LogEnvironment.sharing(environment),
        environment.path("HELIUM_KUBECONFIG"),
        environment.optionalPath("HELIUM_CLUSTERS_DIRECTORY").orElse(null),
        environment.duration("HELIUM_CLOCK_JUMP", USUAL_JUMP, SHORTEST_JUMP, LONGEST_JUMP),
        LifetimeEnvironment.read(environment).warnings(),
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

  DeletionSettings withClusters(Path folder) {
    return new DeletionSettings(
        log, kubeconfig, folder, clockJump, warnings, clearance, recurrences);
  }

  DeletionSettings withClearance(ClearanceOrder order) {
    return new DeletionSettings(log, kubeconfig, clusters, clockJump, warnings, order, recurrences);
  }

  LogSettings log() {
    return log;
  }

  /** Of the default cluster. */
  Path kubeconfig() {
    return kubeconfig;
  }

  /** A folder of kubeconfigs of further clusters. */
  Optional<Path> clusters() {
    return Optional.ofNullable(clusters);
  }

  /**
   * By how much the wall clock may jump, or differ from the broker's, before no expiry is acted on;
   * 2 s to an hour.
   */
  Duration clockJump() {
    return clockJump;
  }

  /** How long before a workspace ends that is announced. */
  WarningLeads warnings() {
    return warnings;
  }

  /** Whether every workspace is to go. */
  ClearanceOrder clearance() {
    return clearance;
  }

  /** Workspaces that are made again and again. */
  List<Recurrence> recurrences() {
    return recurrences;
  }
}
