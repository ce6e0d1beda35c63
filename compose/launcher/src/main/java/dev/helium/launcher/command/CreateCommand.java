package dev.helium.launcher.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.helium.launcher.client.Answer;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.PollingChanges;
import dev.helium.launcher.client.WorkspaceState;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.UserException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = "Ask for a workspace, or change the one of that name.",
    footer = {
      "",
      "For example:",
      "  ./helium create",
      "  ./helium create demo --expiry 2026-12-24 --label team=blue --wait",
      "  ./helium create demo --backend namespace --set replicas=2 --wait",
      "  ./helium create shop --backend helm --chart web-1.2.3.tgz --set values.replicas=2"
    })
final class CreateCommand implements Callable<Integer> {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  /** An answer is not waited for longer at a time. */
  private static final int LONGEST_ANSWER = 50;

  private final CommandContext context;

  @Mixin private WantedWorkspace wanted;

  @Option(
      names = "--wait",
      arity = "0..1",
      paramLabel = "STATE",
      converter = WaitFor.Converter.class,
      preprocessor = WaitFor.AttachedOnly.class,
      description = {
        "Return when it is ready; exit code 1 when it fails.",
        "With --wait=decided, when it is decided whether it is made."
      })
  private WaitFor wait;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long to wait, ${DEFAULT-VALUE} when left out.")
  private int timeout;

  CreateCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    long begun = System.nanoTime();
    try (HeliumClient client = context.client()) {
      Answer<WorkspaceState> accepted = client.create(wanted.request(client, query()));
      if (wait == WaitFor.READY) {
        return untilReady(client, accepted, begun);
      }
      context.show(accepted, this::tell);
      if (wait == WaitFor.DECIDED && isPending(accepted)) {
        throw new UserException(
            "%s is not decided yet; ./helium get %s says what comes of it."
                .formatted(accepted.content().id(), accepted.content().id()));
      }
      return 0;
    }
  }

  private String query() {
    return wait == WaitFor.DECIDED
        ? "?wait=decided&timeout=" + Math.clamp(timeout, 1, LONGEST_ANSWER)
        : "";
  }

  private static boolean isPending(Answer<WorkspaceState> accepted) {
    return accepted.content().status().equals(WorkspaceState.PENDING);
  }

  private void tell(WorkspaceState accepted) {
    context.console().done(accepted.id(), accepted.status());
    context.console().line("    ./helium watch " + accepted.id());
  }

  private int untilReady(HeliumClient client, Answer<WorkspaceState> accepted, long begun) {
    boolean forPrograms = context.isForPrograms();
    Console console = forPrograms ? context.console().quiet() : context.console();
    String name = accepted.content().id();
    Answer<WorkspaceState> ended =
        new WorkspaceProgress(console, context.clock(), new PollingChanges(client, INTERVAL))
            .untilReady(name, Duration.ofSeconds(timeout));
    boolean ready = ended.content().status().equals(WorkspaceState.READY);
    if (forPrograms) {
      context.document(submitted(accepted, ended));
    } else if (ready) {
      console.done(name, "ready", Duration.ofNanos(System.nanoTime() - begun));
      WorkspaceText.lines(ended.content()).forEach(line -> console.line("    " + line));
    } else {
      WorkspaceProgress.tellFailed(console, ended.content());
    }
    return ready ? 0 : HeliumCommand.FAILED;
  }

  /** As the server answers a request that waits itself. */
  private static ObjectNode submitted(
      Answer<WorkspaceState> accepted, Answer<WorkspaceState> ended) {
    ObjectNode document = accepted.document().deepCopy();
    document.put("Status", ended.content().status());
    document.set("Workspace", ended.document().path("Workspace"));
    return document;
  }
}
