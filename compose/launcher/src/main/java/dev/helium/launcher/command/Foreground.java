package dev.helium.launcher.command;

import dev.helium.launcher.stack.Deployment;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.launcher.stack.Stack;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stays while everything runs, and says so when something does not. */
final class Foreground {
  private final CommandContext context;
  private final Stack stack;
  private final Deployment deployment;

  Foreground(CommandContext context, Stack stack, Deployment deployment) {
    this.context = context;
    this.stack = stack;
    this.deployment = deployment;
  }

  /** Returns when another command has stopped everything. */
  void stay() throws InterruptedException {
    Set<ServiceInstance> ended = new HashSet<>();
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
          context
              .console()
              .failed(
                  service.label(),
                  "has ended; ./helium up --detach starts it again, its log is "
                      + CommandContext.shortened(stack.logOf(service)));
        }
      }
    }
  }
}
