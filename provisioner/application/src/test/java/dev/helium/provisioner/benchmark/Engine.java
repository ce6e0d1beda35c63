package dev.helium.provisioner.benchmark;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.LocalPulumiCommand;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.PulumiCommand;
import com.pulumi.automation.WorkspaceStack;
import dev.helium.backends.namespace.NamespaceBackend;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** One engine with a state folder of its own, on which stacks of the namespace backend are made. */
final class Engine {
  private static final String PROJECT = "benchmark";

  /** One for all, as in the provisioner: making one reads its manifest. */
  private final NamespaceBackend backend = new NamespaceBackend();

  private final String title;
  private final PulumiCommand command;
  private final Map<String, String> environment;
  private final Path folder;

  Engine(String title, PulumiCommand command, Path folder, Path kubeconfig) {
    this.title = title;
    this.command = command;
    this.folder = folder;
    this.environment =
        Map.of(
            "PULUMI_BACKEND_URL",
            "file://" + directory(folder.resolve("state")),
            "PULUMI_CONFIG_PASSPHRASE",
            "correct horse",
            "PULUMI_SKIP_UPDATE_CHECK",
            "true",
            "KUBECONFIG",
            kubeconfig.toString());
  }

  /** The command line, empty when there is none on the path. */
  static Optional<Engine> commandLine(Path folder, Path kubeconfig) throws AutomationException {
    var isInstalled =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(directory -> Path.of(directory, "pulumi"))
            .anyMatch(Files::isExecutable);
    return isInstalled
        ? Optional.of(new Engine("pulumi", LocalPulumiCommand.create(), folder, kubeconfig))
        : Optional.empty();
  }

  String title() {
    return title;
  }

  /** Makes or selects a stack with the backend's program and its configuration. */
  WorkspaceStack select(String name) throws AutomationException {
    var stack =
        LocalWorkspace.createOrSelectStack(
            PROJECT,
            name,
            backend.program(),
            LocalWorkspaceOptions.builder()
                .pulumiCommand(command)
                .workDir(directory(folder.resolve("work").resolve(name)))
                .environmentVariables(environment)
                .build());
    stack.setAllConfig(
        Map.of(
            "helium:id", new ConfigValue(name),
            "helium:incarnation", new ConfigValue("1"),
            "helium:expiry", new ConfigValue("2027-01-01T00:00:00Z")));
    return stack;
  }

  private static Path directory(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
