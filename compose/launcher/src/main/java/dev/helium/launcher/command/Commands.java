package dev.helium.launcher.command;

import java.util.stream.Stream;
import picocli.CommandLine;

/** All that can be asked for. */
final class Commands {
  private Commands() {}

  static void add(CommandLine line, CommandContext context) {
    here(context).forEach(line::addSubcommand);
    workspaces(context).forEach(line::addSubcommand);
    helium(context).forEach(line::addSubcommand);
    operation(context).forEach(line::addSubcommand);
  }

  /** What runs on this machine. */
  private static Stream<Object> here(CommandContext context) {
    return Stream.of(
        new UpCommand(context),
        new DownCommand(context),
        new StatusCommand(context),
        new LogsCommand(context));
  }

  /** One workspace, or all. */
  private static Stream<Object> workspaces(CommandContext context) {
    return Stream.of(
        new CreateCommand(context),
        new ListCommand(context),
        new GetCommand(context),
        new WatchCommand(context),
        new WhyCommand(context),
        new TimelineCommand(context),
        new EventsCommand(context),
        new ReceiptCommand(context),
        new ExtendCommand(context),
        new ShortenCommand(context),
        new ProtectCommand(context),
        new UnprotectCommand(context),
        new ReviveCommand(context),
        new RetryCommand(context),
        new CancelCommand(context),
        new DeleteCommand(context),
        new ExpiriesCommand(context));
  }

  /** A Helium as a whole, and how it is asked. */
  private static Stream<Object> helium(CommandContext context) {
    return Stream.of(
        new BackendsCommand(context),
        new QuotasCommand(context),
        new OrphansCommand(context),
        new AuditCommand(context),
        WebhooksCommand.line(context),
        new ConfigCommand(context),
        new CompletionCommand(context),
        new WorkspaceNamesCommand(context));
  }

  /** What only who runs the Helium here can do, beside its API. */
  private static Stream<Object> operation(CommandContext context) {
    return Stream.of(
        new TokenCommand(context),
        new PolicyTestCommand(context),
        new CommandLine(new DeadLettersCommand(context))
            .addSubcommand(new DeadLetterShow(context))
            .addSubcommand(new DeadLetterRedrive(context))
            .addSubcommand(new DeadLetterDrop(context)),
        new ClusterBinariesCommand(context));
  }
}
