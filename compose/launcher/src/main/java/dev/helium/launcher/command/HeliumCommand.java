package dev.helium.launcher.command;

import dev.helium.launcher.console.UserException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
    name = "helium",
    description = "Workspaces on Kubernetes, and all that makes them, on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    version = "Helium 1.0.0-SNAPSHOT",
    sortOptions = false)
public final class HeliumCommand implements Callable<Integer> {
  static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the whole cause of a failure.")
  private boolean verbose;

  @Spec private CommandSpec specification;

  private HeliumCommand() {}

  /** Runs one command and answers its exit code: 0, or 1 for a failure, or 2 for wrong usage. */
  public static int run(CommandContext context, String... arguments) {
    HeliumCommand root = new HeliumCommand();
    CommandLine line =
        new CommandLine(root)
            .addSubcommand(new UpCommand(context))
            .addSubcommand(new DownCommand(context))
            .addSubcommand(new StatusCommand(context))
            .addSubcommand(new LogsCommand(context))
            .addSubcommand(new CreateCommand(context))
            .addSubcommand(new ListCommand(context))
            .addSubcommand(new GetCommand(context))
            .addSubcommand(new DeleteCommand(context))
            .addSubcommand(new WatchCommand(context))
            .addSubcommand(new EventsCommand(context))
            .addSubcommand(new WhyCommand(context))
            .addSubcommand(new TimelineCommand(context))
            .addSubcommand(new ReceiptCommand(context))
            .addSubcommand(new ExtendCommand(context))
            .addSubcommand(new RetryCommand(context))
            .addSubcommand(new CancelCommand(context))
            .addSubcommand(new ShortenCommand(context))
            .addSubcommand(new ProtectCommand(context))
            .addSubcommand(new UnprotectCommand(context))
            .addSubcommand(new ReviveCommand(context))
            .addSubcommand(new ExpiriesCommand(context))
            .addSubcommand(new PolicyTestCommand(context))
            .addSubcommand(new OrphansCommand(context))
            .addSubcommand(
                new CommandLine(new DeadLettersCommand(context))
                    .addSubcommand(new DeadLetterShow(context))
                    .addSubcommand(new DeadLetterRedrive(context))
                    .addSubcommand(new DeadLetterDrop(context)))
            .addSubcommand(new ClusterBinariesCommand(context));
    boolean coloured = context.console().paint().coloured();
    line.setColorScheme(Help.defaultColorScheme(coloured ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setUsageHelpAutoWidth(false);
    line.setParameterExceptionHandler((failure, ignored) -> wrongUsage(context, failure));
    line.setExecutionExceptionHandler(
        (failure, ignored, result) -> failed(context, failure, root.verbose));
    return line.execute(arguments);
  }

  @Override
  public Integer call() {
    specification.commandLine().usage(specification.commandLine().getOut());
    return 0;
  }

  private static int wrongUsage(CommandContext context, ParameterException failure) {
    context.console().error(failure.getMessage());
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    context.console().error("See ./%s --help".formatted(command));
    return WRONG_USAGE;
  }

  private static int failed(CommandContext context, Exception failure, boolean verbose) {
    boolean whole = verbose || context.environment().containsKey("HELIUM_DEBUG");
    if (failure instanceof UserException) {
      context.console().error(context.console().paint().bad(failure.getMessage()));
    } else {
      context.console().error(context.console().paint().bad("Unexpected: " + failure));
      if (!whole) {
        context.console().error("--verbose shows where it comes from.");
      }
    }
    if (whole) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      context.console().error(trace.toString());
    }
    return FAILED;
  }
}
