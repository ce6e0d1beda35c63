package dev.helium.deletion;

import dev.helium.deletion.clearance.ClearanceOrder;
import dev.helium.deletion.ledger.LedgerPolicy;
import dev.helium.deletion.ledger.LedgerPolicy.OnDrift;
import dev.helium.deletion.ledger.LedgerPolicy.OnOrphan;
import dev.helium.deletion.recurring.Recurrence;
import dev.helium.deletion.recurring.RecurrenceFile;
import dev.helium.deletion.stacks.StackFolder;
import dev.helium.domain.WarningLeads;
import dev.helium.domain.quota.QuotaPolicy;
import dev.helium.log.LogSettings;
import dev.helium.service.ConfigurationException;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import dev.helium.service.policy.LifetimeEnvironment;
import dev.helium.service.policy.QuotaEnvironment;
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
  private final StackFolder stacks;
  private final LedgerPolicy ledger;
  private final QuotaPolicy quotas;

  private DeletionSettings(
      LogSettings log,
      Path kubeconfig,
      Path clusters,
      Duration clockJump,
      WarningLeads warnings,
      ClearanceOrder clearance,
      List<Recurrence> recurrences,
      StackFolder stacks,
      LedgerPolicy ledger,
      QuotaPolicy quotas) {
    this.log = Objects.requireNonNull(log, "log");
    this.kubeconfig = Objects.requireNonNull(kubeconfig, "kubeconfig");
    this.clusters = clusters;
    this.clockJump = Objects.requireNonNull(clockJump, "clockJump");
    this.warnings = Objects.requireNonNull(warnings, "warnings");
    this.clearance = Objects.requireNonNull(clearance, "clearance");
    this.recurrences = List.copyOf(recurrences);
    this.stacks = Objects.requireNonNull(stacks, "stacks");
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.quotas = Objects.requireNonNull(quotas, "quotas");
  }

  /**
   * With one cluster, the standard warnings, nothing ordered beyond the rule, and without the state
   * of stacks; what does not agree is only told.
   *
   * @param kubeconfig of the default cluster
   */
  public DeletionSettings(LogSettings log, Path kubeconfig) {
    this(
        log,
        kubeconfig,
        null,
        USUAL_JUMP,
        WarningLeads.STANDARD,
        ClearanceOrder.NONE,
        List.of(),
        new StackFolder.Unknown(),
        LedgerPolicy.DEFAULT,
        QuotaPolicy.NONE);
  }

  public static DeletionSettings of(Environment environment) {
    return new DeletionSettings(
        LogEnvironment.sharing(environment),
        environment.path("HELIUM_KUBECONFIG"),
        environment.optionalPath("HELIUM_CLUSTERS_DIRECTORY").orElse(null),
        environment.duration("HELIUM_CLOCK_JUMP", USUAL_JUMP, SHORTEST_JUMP, LONGEST_JUMP),
        LifetimeEnvironment.read(environment).warnings(),
        ClearanceOrder.of(environment),
        recurrences(environment),
        environment
            .optionalPath("HELIUM_STATE_DIRECTORY")
            .<StackFolder>map(StackFolder.At::new)
            .orElseGet(StackFolder.Unknown::new),
        ledger(environment),
        QuotaEnvironment.read(environment));
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
        log,
        kubeconfig,
        folder,
        clockJump,
        warnings,
        clearance,
        recurrences,
        stacks,
        ledger,
        quotas);
  }

  DeletionSettings withClearance(ClearanceOrder order) {
    return new DeletionSettings(
        log, kubeconfig, clusters, clockJump, warnings, order, recurrences, stacks, ledger, quotas);
  }

  DeletionSettings withLedger(StackFolder folder, LedgerPolicy policy) {
    return new DeletionSettings(
        log,
        kubeconfig,
        clusters,
        clockJump,
        warnings,
        clearance,
        recurrences,
        folder,
        policy,
        quotas);
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

  /** Where the provisioner keeps the state of stacks; only read. */
  StackFolder stacks() {
    return stacks;
  }

  /** Who may take how much. */
  QuotaPolicy quotas() {
    return quotas;
  }

  /** How often the ledger is swept, and what is done about what is found. */
  LedgerPolicy ledger() {
    return ledger;
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
