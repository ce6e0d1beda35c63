package dev.helium.engine;

import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.LocalPulumiCommand;
import com.pulumi.automation.LocalWorkspace;
import com.pulumi.automation.LocalWorkspaceOptions;
import java.nio.file.Path;
import java.util.Map;

/** A process that configures the stack {@code one} with the {@code pulumi} on its path. */
final class SettingProcess {
  static final String SECRET = "tell-nobody";

  private SettingProcess() {}

  /** Argument: the folder of the stacks. */
  public static void main(String[] arguments) throws Exception {
    try (var stacks = Stacks.with(Path.of(arguments[0]), EngineOptions.defaults())) {
      var stack =
          LocalWorkspace.selectStack(
              Stacks.PROJECT, "one", context -> {}, options(stacks, LocalPulumiCommand.create()));
      stack.setAllConfig(
          Map.of(
              "all", new ConfigValue(SECRET + "\n", true),
              "blank", new ConfigValue(" ", true),
              "open", new ConfigValue("seen")));
      stack.setConfig("deep.single", new ConfigValue(SECRET, true), true);
    }
  }

  /** How a stack is worked on with that {@code pulumi}. */
  static LocalWorkspaceOptions options(Stacks stacks, LocalPulumiCommand installed) {
    var options = stacks.options("one");
    return LocalWorkspaceOptions.builder()
        .pulumiCommand(new InstalledPulumiCommand(installed, stacks.engine()))
        .workDir(options.workDir())
        .environmentVariables(options.environmentVariables())
        .build();
  }
}
