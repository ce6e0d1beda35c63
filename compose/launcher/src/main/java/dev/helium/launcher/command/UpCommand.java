package dev.helium.launcher.command;

import dev.helium.launcher.console.Console;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.settings.Setting;
import dev.helium.launcher.stack.ArchiveMaker;
import dev.helium.launcher.stack.Deployment;
import dev.helium.launcher.stack.Mode;
import dev.helium.launcher.stack.MonitorPorts;
import dev.helium.launcher.stack.Monitors;
import dev.helium.launcher.stack.Stack;
import dev.helium.launcher.stack.StackListener;
import dev.helium.launcher.stack.StackOptions;
import dev.helium.launcher.stack.StackStop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Start everything, make a first workspace, and stay until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final CommandContext context;

  @Option(names = "--detach", description = "Return when everything is ready.")
  private boolean detach;

  @Option(names = "--no-sample", description = "Make no first workspace.")
  private boolean noSample;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      description = "Use the current context of this file instead of a local cluster.")
  private Path kubeconfig;

  @Option(
      names = "--provisioners",
      defaultValue = "1",
      paramLabel = "COUNT",
      description = "How many provisioners share the work, ${DEFAULT-VALUE} when left out.")
  private int provisioners;

  @Option(
      names = "--observe",
      description = "Start Prometheus too, and Grafana where it is installed.")
  private boolean observe;

  UpCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    Console console = context.console();
    StackOptions options =
        StackOptions.of(context.project(), context.environment()).withProvisioners(provisioners);
    if (kubeconfig != null) {
      options = options.withKubeconfig(kubeconfig);
    }
    console.line(console.paint().strong("Helium") + " in " + state(options));
    StackListener listener = new ConsoleStackListener(console);
    Stack stack = new Stack(options, listener);
    Monitors monitors = new Monitors(options, MonitorPorts.of(context.environment()), listener);
    Optional<Path> prometheus = observe ? Optional.of(monitors.prepare()) : Optional.empty();
    CountDownLatch settled = new CountDownLatch(1);
    AtomicBoolean stayUp = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(stack, settled, stayUp), "stop-everything"));
    try {
      Deployment deployment = stack.up();
      prometheus.ifPresentOrElse(
          program -> monitors.up(program, deployment), () -> monitors.follow(deployment));
      if (options.mode() != Mode.CONTROLPLANE) {
        sayWhomOthersAsk(deployment);
      }
      boolean well =
          noSample
              || options.mode() == Mode.CONTROLPLANE
              || new FirstWorkspace(context, deployment).show();
      if (options.mode() != Mode.CONTROLPLANE) {
        console.line(
            "In the browser: %s (sign in with the token in %s)"
                .formatted(deployment.api(), CommandContext.shortened(context.home().token())));
      }
      if (detach) {
        stayUp.set(true);
        console.line("Everything runs. ./helium status shows it, ./helium down stops it.");
        return well ? 0 : HeliumCommand.FAILED;
      }
      console.line("Everything runs. Ctrl-C stops it.");
      settled.countDown();
      Thread.ofVirtual().name("archive-classes").start(this::archiveClasses);
      new Foreground(context, stack, deployment, monitors).stay();
      // Whoever stopped everything sees it through.
      stayUp.set(true);
      return 0;
    } finally {
      settled.countDown();
    }
  }

  /** While nothing else is to do here; what is not made now is made by the next start or end. */
  private void archiveClasses() {
    try {
      new ArchiveMaker(context.project(), context.home(), StackListener.silent()).make();
    } catch (RuntimeException failure) {
      context.console().error("Later starts are as slow as this one: " + failure.getMessage());
    }
  }

  /** Who has settings of their own does not ask what was just started. */
  private void sayWhomOthersAsk(Deployment deployment) {
    try {
      Setting server = context.settings().server();
      if (!server.value().equals(deployment.api().toString())) {
        context
            .console()
            .line(
                "  %s says that commands ask %s; --server %s --token-file %s asks what runs here."
                    .formatted(
                        server.origin(),
                        server.value(),
                        deployment.api(),
                        CommandContext.shortened(context.home().token())));
      }
    } catch (UserException wrong) {
      context.console().error(wrong.getMessage());
    }
  }

  private static String state(StackOptions options) {
    return CommandContext.shortened(options.home().root());
  }

  /** Runs when this JVM is told to go, and when it ends by itself. */
  private void stop(Stack stack, CountDownLatch settled, AtomicBoolean stayUp) {
    if (stayUp.get()) {
      return;
    }
    stack.cancel();
    try {
      if (!settled.await(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        context.console().error("The start does not end; ./helium down cleans up.");
        return;
      }
      new StackStop(context.home(), new ConsoleStackListener(context.console())).down();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
