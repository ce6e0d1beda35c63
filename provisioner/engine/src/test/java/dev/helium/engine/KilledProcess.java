package dev.helium.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that brings many stacks, one after the other, each to a moment of its own, and then
 * waits to be killed. The engine asks for the time before it writes and after a provider has
 * answered, so the n-th question is a point between two records of the journal; who asks it gets no
 * answer any more.
 */
final class KilledProcess {
  /** Said once every stack has come to its moment or to its end. */
  static final String READY = "READY";

  /** Said of a stack that came to its end before its moment, with its name. */
  static final String ENDED = "ENDED ";

  private final StoppingClock clock = new StoppingClock();
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
    var settled = clock.stopAt(moment);
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

  /** A clock that stops whoever asks a certain question. */
  private static final class StoppingClock implements InstantSource {
    private record Stop(int moment, AtomicInteger asked, CompletableFuture<Void> reached) {}

    private volatile Stop stop;

    CompletableFuture<Void> stopAt(int moment) {
      var reached = new CompletableFuture<Void>();
      stop = new Stop(moment, new AtomicInteger(), reached);
      return reached;
    }

    void goOn() {
      stop = null;
    }

    @Override
    public Instant instant() {
      var now = stop;
      if (now != null && now.asked().incrementAndGet() == now.moment()) {
        now.reached().complete(null);
        new Semaphore(0).acquireUninterruptibly();
      }
      return Instant.now();
    }
  }
}
