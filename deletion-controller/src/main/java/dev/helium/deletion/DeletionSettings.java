package dev.helium.deletion;

import dev.helium.log.LogSettings;
import dev.helium.service.Environment;
import dev.helium.service.LogEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What a deletion controller needs to be told.
 *
 * @param kubeconfig of the cluster that workspaces live in
 * @param clockJump by how much the wall clock may jump, or differ from the broker's, before no
 *     expiry is acted on; {@value #SHORTEST_JUMP_SECONDS} s to an hour
 */
public record DeletionSettings(LogSettings log, Path kubeconfig, Duration clockJump) {
  public static final Duration USUAL_JUMP = Duration.ofMinutes(1);

  /** Less would take a process that waited for its processor for a clock that jumped. */
  private static final int SHORTEST_JUMP_SECONDS = 2;

  private static final Duration LONGEST_JUMP = Duration.ofHours(1);

  public DeletionSettings {
    Objects.requireNonNull(clockJump, "clockJump");
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(kubeconfig, "kubeconfig");
  }

  public static DeletionSettings of(Environment environment) {
    return new DeletionSettings(
        LogEnvironment.sharing(environment),
        environment.path("HELIUM_KUBECONFIG"),
        environment.duration(
            "HELIUM_CLOCK_JUMP",
            USUAL_JUMP,
            Duration.ofSeconds(SHORTEST_JUMP_SECONDS),
            LONGEST_JUMP));
  }
}
