package dev.helium.deletion;

import dev.helium.log.LogSettings;
import dev.helium.service.Environment;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What the deletion controller is told by its environment.
 *
 * @param kubeconfig of the cluster in which it looks for what is left
 * @param looksAtOnce workspaces that are looked for at the same time
 */
record DeletionSettings(LogSettings log, Path kubeconfig, int looksAtOnce) {
  DeletionSettings {
    Objects.requireNonNull(log, "log");
    Objects.requireNonNull(kubeconfig, "kubeconfig");
  }

  static DeletionSettings from(Environment environment) {
    return new DeletionSettings(
        new LogSettings(environment.required("HELIUM_KAFKA_BOOTSTRAP")),
        environment.path("HELIUM_KUBECONFIG"),
        environment.integer("HELIUM_DELETION_LOOKS_AT_ONCE", 8, 1, 64));
  }
}
