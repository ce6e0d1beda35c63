package dev.helium.engine;

import com.pulumi.automation.AutomationException;
import com.pulumi.automation.CommandRunOptions;
import com.pulumi.automation.LocalWorkspaceOptions;
import com.pulumi.automation.PulumiCommand;
import java.util.List;

/** Sends command lines as the Automation API does. */
final class Commands {
  private Commands() {}

  /** What the command prints. */
  static String run(PulumiCommand command, LocalWorkspaceOptions options, String... arguments)
      throws AutomationException {
    return runWith(command, options, null, arguments);
  }

  /** The same with a standard input. */
  static String runWith(
      PulumiCommand command, LocalWorkspaceOptions options, String input, String... arguments)
      throws AutomationException {
    var run =
        CommandRunOptions.builder()
            .workingDir(options.workDir())
            .additionalEnv(options.environmentVariables());
    if (input != null) {
      run.standardInput(input);
    }
    return command.run(List.of(arguments), run.build()).standardOutput().strip();
  }
}
