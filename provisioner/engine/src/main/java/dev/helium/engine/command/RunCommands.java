package dev.helium.engine.command;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.pulumi.automation.OperationType;
import com.pulumi.automation.events.EngineEvent;
import dev.helium.engine.EngineException;
import dev.helium.engine.EngineOptions;
import dev.helium.engine.FailureClass;
import dev.helium.engine.asset.AssetHashes;
import dev.helium.engine.event.EventPump;
import dev.helium.engine.event.Output;
import dev.helium.engine.event.ProgressLines;
import dev.helium.engine.event.RunEvent;
import dev.helium.engine.kubernetes.KubernetesClients;
import dev.helium.engine.kubernetes.KubernetesProviders;
import dev.helium.engine.plugin.PluginHost;
import dev.helium.engine.plugin.PluginProviders;
import dev.helium.engine.protocol.InlineProgram;
import dev.helium.engine.provider.Cancellation;
import dev.helium.engine.run.RunContext;
import dev.helium.engine.run.RunSettings;
import dev.helium.engine.run.StackRun;
import dev.helium.engine.state.StackReference;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Updates, previews, refreshes and destroys stacks, several at once, and ends all of them when the
 * engine closes.
 */
public final class RunCommands implements AutoCloseable {
  private static final String AUTONAMING = "pulumi:autonaming";
  private static final String CANCELLED = "the command was cancelled";

  private final EngineOptions options;
  private final KubernetesClients clients;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final PluginHost plugins;
  private final Set<ActiveRun> active = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /** The runs of one engine. */
  public RunCommands(EngineOptions options) {
    this.options = options;
    this.clients = new KubernetesClients(options.requestTimeout(), options.maximumClients());
    this.plugins = new PluginHost(options.plugins(), executor);
  }

  /** Takes events of a run; may be null. */
  @FunctionalInterface
  public interface Listener extends Consumer<EngineEvent> {}

  private record ActiveRun(Cancellation cancellation, CompletableFuture<Void> ended) {}

  void run(
      String command, CommandLine line, Workspace workspace, Output output, Listener listener) {
    var run = new ActiveRun(new Cancellation(), new CompletableFuture<>());
    active.add(run);
    try {
      if (closing) {
        throw new EngineException(FailureClass.CANCELLED, "the engine is closed");
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new EngineException(FailureClass.CANCELLED, CANCELLED);
      }
      // Who has lost the stack is told so, also when the new owner has removed it.
      workspace.state().requireNotFenced();
      var stack = workspace.stack(line);
      var settings = RunFlags.settings(command, line);
      var lines = new ProgressLines(output, style(command, line, settings, stack));
      var pump = new EventPump(options.clock(), settings.preview(), lines, listener);
      var context =
          new RunContext(
              stack, RunFlags.options(options, line), settings, run.cancellation(), pump);
      run(command, line, workspace, pump, context);
    } finally {
      active.remove(run);
      run.ended().complete(null);
    }
  }

  /** Cancels what is under way and waits until it has ended, at most for the drain timeout. */
  @Override
  public void close() {
    closing = true;
    active.forEach(
        run -> run.cancellation().cancel(FailureClass.CANCELLED, "the engine is closing"));
    var ends = active.stream().map(ActiveRun::ended).toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, options.drainTimeout().toMillis(), MILLISECONDS)
        .join();
    plugins.close();
    executor.shutdownNow();
    clients.close();
  }

  private void run(
      String command, CommandLine line, Workspace workspace, EventPump pump, RunContext context) {
    var stack = context.stack();
    var secrets = workspace.secrets(stack);
    var configuration = workspace.configuration(stack, secrets);
    if (configuration.containsKey(AUTONAMING)) {
      throw EngineException.unsupported("the configuration " + AUTONAMING);
    }
    var work =
        CompletableFuture.runAsync(
            () -> {
              try (var packages =
                  new InstalledPackages(
                      new KubernetesProviders(clients, options, workspace.environment()),
                      plugins(workspace, context))) {
                var stackRun =
                    new StackRun(
                        context,
                        workspace.state(),
                        secrets,
                        configuration,
                        packages,
                        new ReferencedStacks(workspace),
                        executor);
                perform(command, line, stackRun, workspace.assets(options.requestTimeout()));
              } finally {
                pump.tell(new RunEvent.End());
              }
            },
            executor);
    pump.run(options.runTimeout(), patience(context.cancellation()));
    finish(work);
    if (line.has("--expect-no-changes") && isChanged(context)) {
      throw new EngineException(
          FailureClass.INVALID,
          "no changes were expected but changes "
              + (context.preview() ? "were proposed" : "occurred"));
    }
  }

  private PluginProviders plugins(Workspace workspace, RunContext context) {
    return new PluginProviders(
        plugins,
        options,
        workspace.environment(),
        context.stack().stack(),
        context.stack().project(),
        context.cancellation(),
        context::message);
  }

  private void perform(String command, CommandLine line, StackRun run, AssetHashes assets) {
    switch (command) {
      case "up", "preview" -> run.update(new InlineProgram(client(line), executor, assets));
      case "destroy" -> run.destroy();
      default -> run.refresh();
    }
  }

  private static ProgressLines.Style style(
      String command, CommandLine line, RunSettings settings, StackReference stack) {
    var doing =
        switch (command) {
          case "up", "preview" -> settings.preview() ? "Previewing update" : "Updating";
          case "destroy" -> settings.preview() ? "Previewing destroy" : "Destroying";
          default -> settings.preview() ? "Previewing refresh" : "Refreshing";
        };
    return new ProgressLines.Style(
        doing + " (" + stack.stack() + ")",
        settings.preview(),
        settings.difference(),
        !line.has("--suppress-outputs"));
  }

  private static String client(CommandLine line) {
    return line.value("--client")
        .orElseThrow(() -> EngineException.unsupported("a program that is not inline"));
  }

  private EventPump.Patience patience(Cancellation cancellation) {
    return new EventPump.Patience() {
      @Override
      public void interrupted() {
        cancellation.cancel(FailureClass.CANCELLED, CANCELLED);
      }

      @Override
      public void overdue() {
        cancellation.cancel(
            FailureClass.TIMED_OUT, "not done within " + seconds(options.runTimeout()));
      }
    };
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + " s";
  }

  private static void finish(CompletableFuture<Void> work) {
    try {
      work.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  private static boolean isChanged(RunContext context) {
    return context.changes().keySet().stream()
        .anyMatch(operation -> operation != OperationType.SAME);
  }
}
