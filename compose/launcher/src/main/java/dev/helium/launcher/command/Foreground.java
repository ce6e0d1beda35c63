package dev.helium.launcher.command;

import dev.helium.launcher.stack.Deployment;
import dev.helium.launcher.stack.MonitorName;
import dev.helium.launcher.stack.Monitors;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.launcher.stack.Stack;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stays while everything runs, and says so when something does not. */
final class Foreground {
  private final CommandContext context;
  private final Stack stack;
  private final Deployment deployment;
  private final Monitors monitors;

  Foreground(CommandContext context, Stack stack, Deployment deployment, Monitors monitors) {
    this.context = context;
    this.stack = stack;
    this.deployment = deployment;
    this.monitors = monitors;
  }

  /** Returns when another command has stopped everything. */
  void stay() throws InterruptedException {
    Set<ServiceInstance> ended = new HashSet<>();
    Set<MonitorName> blind = new HashSet<>();
    CountDownLatch never = new CountDownLatch(1);
    while (!never.await(1, TimeUnit.SECONDS)) {
      if (stack.isCancelled()) {
        continue;
      }
      if (Deployment.read(context.home()).isEmpty()) {
        context.console().line("Stopped by another command.");
        return;
      }
      for (ServiceInstance service : deployment.services()) {
        if (stack.isRunning(service)) {
          ended.remove(service);
        } else if (ended.add(service)) {
          say(service.label(), "./helium up --detach", stack.logOf(service));
        }
      }
      Set<MonitorName> gone = monitors.ended();
      blind.retainAll(gone);
      for (MonitorName monitor : gone) {
        if (blind.add(monitor)) {
          say(monitor.label(), "./helium up --observe --detach", monitors.logOf(monitor));
        }
      }
    }
  }

  private void say(String process, String command, Path log) {
    context
        .console()
        .failed(
            process,
            "has ended; %s starts it again, its log is %s"
                .formatted(command, CommandContext.shortened(log)));
  }
}
