package dev.helium.provisioner.attempt;

import com.pulumi.Context;
import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.WorkspaceStack;
import dev.helium.backends.ConfigEntry;
import dev.helium.domain.WorkspaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The stacks of all workspaces: where their state is and what they are run with. Each has a working
 * folder of its own, because the SDK runs whatever stack is selected in the folder.
 */
public final class Stacks {
  private static final String PROJECT = "helium";

  private final Path state;
  private final Path work;
  private final Optional<PulumiCommand> engine;
  private final Map<String, String> environment;

  /**
   * The stacks below a folder, which is made when missing.
   *
   * @param passphrase that the secrets in the state are encrypted with
   * @param engine to run them with; none for the {@code pulumi} on the path
   */
  public static Stacks in(
      Path directory, String passphrase, Path kubeconfig, Optional<PulumiCommand> engine)
      throws IOException {
    Path state = Files.createDirectories(directory.resolve("state"));
    return new Stacks(
        state,
        Files.createDirectories(directory.resolve("work")),
        engine,
        Map.of(
            "PULUMI_BACKEND_URL",
            state.toUri().toString(),
            "PULUMI_CONFIG_PASSPHRASE",
            passphrase,
            "PULUMI_SKIP_UPDATE_CHECK",
            "true",
            // Workspaces come and go; a copy of each would stay behind for ever.
            "PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS",
            "true",
            "KUBECONFIG",
            kubeconfig.toString()));
  }

  private Stacks(
      Path state, Path work, Optional<PulumiCommand> engine, Map<String, String> environment) {
    this.state = state;
    this.work = work;
    this.engine = engine;
    this.environment = environment;
  }

  /**
   * The stack of a workspace, made when there is none.
   *
   * @param fence of the workspace's owner: every earlier one can change the stack no more
   */
  OpenStack open(WorkspaceId workspace, String fence, Consumer<Context> program)
      throws AutomationException, IOException {
    return new OpenStack(
        LocalWorkspace.createOrSelectStack(
            PROJECT, workspace.value(), program, options(workspace, fence)));
  }

  /**
   * The stack of a workspace for work on its state alone.
   *
   * @throws com.pulumi.automation.StackNotFoundException when there is none
   */
  OpenStack existing(WorkspaceId workspace, String fence) throws AutomationException, IOException {
    return new OpenStack(
        LocalWorkspace.selectStack(
            PROJECT, workspace.value(), ignored -> {}, options(workspace, fence)));
  }

  /** Where a person finds the state of the workspace's stack. */
  String address(WorkspaceId workspace) {
    return state
        .resolve(".pulumi/stacks")
        .resolve(PROJECT)
        .resolve(workspace.value() + ".json")
        .toUri()
        .toString();
  }

  /** Removes the working folders; the state is the engine's to remove. */
  void forget(WorkspaceId workspace) throws IOException {
    remove(work.resolve(workspace.value()));
  }

  /** Entries of a configuration as a stack takes them. */
  static Map<String, ConfigValue> values(Map<String, ConfigEntry> entries) {
    Map<String, ConfigValue> values = new HashMap<>();
    entries.forEach(
        (key, entry) -> values.put(key, new ConfigValue(entry.value(), entry.secret())));
    return values;
  }

  private LocalWorkspaceOptions options(WorkspaceId workspace, String fence) throws IOException {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("PULUMI_EMBEDDED_FENCE", fence);
    LocalWorkspaceOptions.Builder options =
        LocalWorkspaceOptions.builder()
            .workDir(workingFolder(workspace, fence))
            .environmentVariables(variables);
    engine.ifPresent(options::pulumiCommand);
    return options.build();
  }

  /** One for each owner, so that what an earlier one may still write there meets nobody. */
  private Path workingFolder(WorkspaceId workspace, String fence) throws IOException {
    Path own = work.resolve(workspace.value()).resolve(fence.replace(':', '-'));
    if (!Files.isDirectory(own)) {
      forget(workspace);
    }
    return Files.createDirectories(own);
  }

  static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (Path path : deepestFirst(folder)) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static List<Path> deepestFirst(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.reverseOrder()).toList();
    }
  }

  /** A stack that closes without a checked exception of every kind. */
  record OpenStack(WorkspaceStack stack) implements AutoCloseable {
    @Override
    public void close() {
      try {
        stack.close();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } catch (Exception failure) {
        throw new IllegalStateException("a stack could not be closed", failure);
      }
    }
  }
}
