package dev.helium.launcher.command;

import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.WebhookCalls.Redelivered;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "redeliver",
    mixinStandardHelpOptions = true,
    description = {
      "Have events of the past delivered once more, at most 1,000, after what waits already:",
      "those of one workspace, or those of a time."
    },
    footer = {
      "",
      "For example:",
      "  ./helium webhooks redeliver ID --workspace demo --first 3 --last 5",
      "  ./helium webhooks redeliver ID --from 2026-12-24T00:00:00Z"
    })
final class WebhookRedeliver implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "ID", description = "As the list says it.")
  private String id;

  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      completionCandidates = WorkspaceNames.class,
      description = "Whose events.")
  private String workspace;

  @Option(
      names = "--first",
      paramLabel = "NUMBER",
      description = "Of the workspace's first, as ./helium events numbers them.")
  private Long first;

  @Option(names = "--last", paramLabel = "NUMBER", description = "Of the workspace's last.")
  private Long last;

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      description = "Instead of a workspace, what has happened since then.")
  private String from;

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      description = "And before then; until now when left out.")
  private String until;

  WebhookRedeliver(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (HeliumClient client = context.client()) {
      context.show(client.webhooks().redeliver(id, which()), this::tell);
      return 0;
    }
  }

  /** By the names of the API, which says what cannot be said together. */
  private Map<String, String> which() {
    Map<String, String> which = new TreeMap<>();
    say(which, "workspace", workspace);
    say(which, "first", first);
    say(which, "last", last);
    say(which, "from", from);
    say(which, "until", until);
    return which;
  }

  private static void say(Map<String, String> which, String name, Object value) {
    if (value != null) {
      which.put(name, value.toString());
    }
  }

  private void tell(Redelivered redelivered) {
    if (redelivered.events() == 0) {
      context.console().line("There is no such event that the webhook wants.");
      return;
    }
    context.console().done(id, "%d to be delivered once more".formatted(redelivered.events()));
    context.console().line("    ./helium webhooks deliveries " + id);
  }
}
