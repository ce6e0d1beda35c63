package dev.helium.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * A process that brings many stacks, one after the other, each to a moment of its own, and then
 * waits to be killed: who comes to the moment goes no further.
 */
final class KilledProcess {
  /** Said once every stack has come to its moment or to its end. */
  static final String READY = "READY";

  /** Said of a stack that came to its end before its moment, with its name. */
  static final String ENDED = "ENDED ";

  private final JournalClock clock = new JournalClock();
  private final Stacks stacks;

  private KilledProcess(Path root, Path kubeconfig) {
    this.stacks =
        Stacks.with(
            root,
            EngineOptions.defaults()
                .withKubeconfig(new Kubeconfig.File(kubeconfig))
                .withClock(clock));
  }

  /** Arguments: folder, kubeconfig, then {@code stack,scenario,moment} for each stack. */
  public static void main(String[] arguments) throws Exception {
    var process = new KilledProcess(Path.of(arguments[0]), Path.of(arguments[1]));
    for (var job : List.of(arguments).subList(2, arguments.length)) {
      var parts = job.split(",", -1);
      process.bring(parts[0], CrashScenario.valueOf(parts[1]), Integer.parseInt(parts[2]));
    }
    System.out.println(READY);
    new Semaphore(0).acquireUninterruptibly();
  }

  private void bring(String name, CrashScenario scenario, int moment) throws Exception {
    scenario.prepare(stacks.stack(name, scenario.before(name)));
    var stack = stacks.stack(name, scenario.after(name));
    var settled = new CompletableFuture<Void>();
    clock.at(
        moment,
        () -> {
          settled.complete(null);
          new Semaphore(0).acquireUninterruptibly();
        });
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                scenario.run(stack);
                System.out.println(ENDED + name);
                settled.complete(null);
              } catch (Exception failure) {
                settled.completeExceptionally(failure);
              }
            });
    settled.get();
    clock.goOn();
  }
}
