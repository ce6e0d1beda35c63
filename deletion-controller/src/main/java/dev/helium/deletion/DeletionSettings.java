package dev.helium.deletion;

import dev.helium.domain.WarningLeads;
import dev.helium.log.LogSettings;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import dev.helium.service.policy.LifetimeEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What a deletion controller needs to be told. */
public final class DeletionSettings {
  public static final Duration USUAL_JUMP = Duration.ofMinutes(1);

  /** Less would take a process that waited for its processor for a clock that jumped. */
  private static final Duration SHORTEST_JUMP = Duration.ofSeconds(2);

  private static final Duration LONGEST_JUMP = Duration.ofHours(1);

  private final LogSettings log;
  private final Path kubeconfig;
  private final Path clusters;
  private final Duration clockJump;
  private final WarningLeads warnings;

  /**
   * @param kubeconfig of the default cluster
   * @param clusters a folder of kubeconfigs of further clusters; null when there are none
   * @param clockJump by how much the wall clock may jump, or differ from the broker's, before no
   *     expiry is acted on; 2 s to an hour
   * @param warnings how long before a workspace ends that is announced
   */
  public DeletionSettings(
      LogSettings log,
      Path kubeconfig,
      Path clusters,
      Duration clockJump,
      WarningLeads warnings) {
    this.log = Objects.requireNonNull(log, "log");
    this.kubeconfig = Objects.requireNonNull(kubeconfig, "kubeconfig");
    this.clusters = clusters;
    this.clockJump = Objects.requireNonNull(clockJump, "clockJump");
    this.warnings = Objects.requireNonNull(warnings, "warnings");
  }

  public static DeletionSettings of(Environment environment) {
    return new DeletionSettings(
        LogEnvironment.sharing(environment),
        environment.path("HELIUM_KUBECONFIG"),
        environment.optionalPath("HELIUM_CLUSTERS_DIRECTORY").orElse(null),
        environment.duration("HELIUM_CLOCK_JUMP", USUAL_JUMP, SHORTEST_JUMP, LONGEST_JUMP),
        LifetimeEnvironment.read(environment).warnings());
  }

  LogSettings log() {
    return log;
  }

  Path kubeconfig() {
    return kubeconfig;
  }

  Optional<Path> clusters() {
    return Optional.ofNullable(clusters);
  }

  Duration clockJump() {
    return clockJump;
  }

  WarningLeads warnings() {
    return warnings;
  }
}
