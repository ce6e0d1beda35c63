package dev.helium.backends.program;

import dev.helium.backends.ConfigEntry;
import dev.helium.backends.program.source.CommitReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is asked for, once it has been checked.
 *
 * @param folder of the project in the repository; empty for the whole of it
 * @param config of the stack, by its key
 * @param secrets of the cluster that become configuration too
 */
record ProgramInput(
    CommitReference commit,
    String folder,
    Map<String, ConfigEntry> config,
    List<ExistingSecret> secrets,
    Duration longest) {
  ProgramInput {
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(folder, "folder");
    config = Map.copyOf(config);
    secrets = List.copyOf(secrets);
    Objects.requireNonNull(longest, "longest");
  }
}
