package dev.helium.launcher.command;

import dev.helium.launcher.client.Answer;
import dev.helium.launcher.client.CreateRequest;
import dev.helium.launcher.client.HeliumClient;
import dev.helium.launcher.client.PollingChanges;
import dev.helium.launcher.client.WorkspaceState;
import dev.helium.launcher.console.Console;
import dev.helium.launcher.stack.Deployment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something to look at for a newcomer: made once, and shown again by each start. */
final class FirstWorkspace {
  static final String NAME = "first-workspace";

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final CommandContext context;
  private final Deployment deployment;

  FirstWorkspace(CommandContext context, Deployment deployment) {
    this.context = context;
    this.deployment = deployment;
  }

  /** False when it did not become ready. */
  boolean show() {
    Console console = context.console();
    long begun = System.nanoTime();
    try (HeliumClient client = context.client(deployment)) {
      WorkspaceProgress progress =
          new WorkspaceProgress(console, context.clock(), new PollingChanges(client, INTERVAL));
      Optional<WorkspaceState> there = client.find(NAME).map(Answer::content);
      if (there.map(WorkspaceState::status).filter("deleting"::equals).isPresent()) {
        progress.untilGone(NAME, LIMIT);
        there = Optional.empty();
      }
      if (there.isEmpty()) {
        client.create(CreateRequest.of(Map.of("name", NAME)));
      }
      WorkspaceState ended = progress.untilReady(NAME, LIMIT).content();
      if (!ended.status().equals(WorkspaceState.READY)) {
        WorkspaceProgress.tellFailed(console, ended);
        return false;
      }
      console.done(NAME, "ready", Duration.ofNanos(System.nanoTime() - begun));
      commands(ended).forEach(console::line);
      return true;
    }
  }

  private List<String> commands(WorkspaceState ready) {
    String token = CommandContext.shortened(context.home().token());
    String kubeconfig = CommandContext.shortened(deployment.kubeconfig());
    String namespace = ready.fact("K8sNamespace");
    String link = ready.link();
    return List.of(
        "",
        "  link        " + (link.isEmpty() ? "none" : link),
        "  namespace   " + namespace,
        "",
        "  ./helium get " + NAME,
        "  ./helium create --wait",
        "  curl -H \"Authorization: Bearer $(cat %s)\" %s/v1/api/workspaces"
            .formatted(token, deployment.api()),
        "  kubectl --kubeconfig %s --namespace %s get pods".formatted(kubeconfig, namespace),
        "");
  }
}
