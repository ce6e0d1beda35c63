package dev.helium.launcher.command;

import dev.helium.launcher.console.ExitCode;
import dev.helium.launcher.settings.GivenSettings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
    name = HeliumCommand.NAME,
    description = "Workspaces on Kubernetes, and all that makes them, on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "Helium 1.0.0-SNAPSHOT",
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is done",
      "1:it was refused, or failed, or something is down",
      "2:the command line or a setting is wrong",
      "3:nobody answers there",
      "4:what was named is not there"
    })
public final class HeliumCommand implements Callable<Integer> {
  static final String NAME = "helium";
  static final int FAILED = ExitCode.FAILED.number();

  /** They ask nobody, and show nothing that a program would read. */
  private static final List<String> SILENT =
      List.of("up", "down", "logs", "cluster-binaries", "completion", "workspace-names");

  /** They look at what runs here. */
  private static final List<String> HERE =
      List.of("status", "dead-letters", "policy-test", "token");

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the whole cause of a failure.")
  private boolean verbose;

  @Spec private CommandSpec specification;

  private HeliumCommand() {}

  /** Runs one command and answers the number of its {@link ExitCode}. */
  public static int run(CommandContext outside, String... arguments) {
    HeliumCommand root = new HeliumCommand();
    GivenOptions given = new GivenOptions();
    CommandContext context = outside.heeding(given::settings);
    CommandLine line = new CommandLine(root);
    line.getCommandSpec().addMixin("given", CommandSpec.forAnnotatedObject(given));
    Commands.add(line, context);
    SILENT.forEach(name -> withhold(line, name, GivenSettings.SERVER, GivenSettings.TOKEN_FILE));
    SILENT.forEach(name -> withhold(line, name, GivenSettings.OUTPUT, "--json"));
    HERE.forEach(name -> withhold(line, name, GivenSettings.SERVER, GivenSettings.TOKEN_FILE));
    boolean coloured = context.console().paint().coloured();
    line.setColorScheme(Help.defaultColorScheme(coloured ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setUsageHelpAutoWidth(false);
    FailureText text = new FailureText(context);
    line.setParameterExceptionHandler((failure, ignored) -> text.wrongUsage(failure).number());
    line.setExecutionExceptionHandler(
        (failure, ignored, result) ->
            text.failed(failure, root.verbose || context.environment().containsKey("HELIUM_DEBUG"))
                .number());
    return line.execute(arguments);
  }

  @Override
  public Integer call() {
    specification.commandLine().usage(specification.commandLine().getOut());
    return 0;
  }

  /** Takes options away from a command that would not heed them. */
  private static void withhold(CommandLine line, String name, String... options) {
    CommandLine command = line.getSubcommands().get(name);
    CommandSpec withheld = command.getCommandSpec();
    for (String option : options) {
      withheld.remove(withheld.findOption(option));
    }
    command.getSubcommands().keySet().forEach(below -> withhold(command, below, options));
  }
}
