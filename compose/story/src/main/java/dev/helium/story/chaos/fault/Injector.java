package dev.helium.story.chaos.fault;

import dev.helium.cluster.component.Component;
import dev.helium.launcher.console.UserException;
import dev.helium.launcher.stack.ServiceInstance;
import dev.helium.launcher.stack.Stack;
import dev.helium.story.StoryWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes faults in a world, one after the other, and mends them. For one thread. */
public final class Injector {
  private static final int STARTS = 3;

  private final StoryWorld world;
  private final InstantSource clock;
  private final CountDownLatch never = new CountDownLatch(1);
  private int number;
  private int logs;

  public Injector(StoryWorld world, InstantSource clock) {
    this.world = world;
    this.clock = clock;
  }

  /** Waits as the fault says, makes it, and returns when everything is ready again. */
  public Struck make(Fault fault) throws InterruptedException {
    number++;
    await(fault.after());
    List<String> troubles = new ArrayList<>(missing());
    Instant at = clock.instant();
    long begun = System.nanoTime();
    fault.blows().forEach(this::strike);
    await(fault.away());
    fault.blows().forEach(this::resume);
    troubles.addAll(restart());
    return new Struck(number, fault, at, Duration.ofNanos(System.nanoTime() - begun), troubles);
  }

  /** What does not run though nobody ended it; it is started again. */
  public List<String> missing() {
    List<String> ended =
        world.services().stream()
            .filter(instance -> !stack().isRunning(instance))
            .map(instance -> instance.label() + " has ended by itself")
            .toList();
    List<String> troubles = new ArrayList<>(ended);
    if (!ended.isEmpty()) {
      troubles.addAll(restart());
    }
    return troubles;
  }

  private void strike(Blow blow) {
    switch (blow.victim()) {
      case Victim.Program program -> stack().kill(program.component());
      case Victim.Service service -> {
        switch (blow.kind()) {
          case KILL -> stack().kill(service.instance());
          case PAUSE -> stack().pause(service.instance());
        }
      }
    }
  }

  private void resume(Blow blow) {
    if (blow.kind() == Blow.Kind.PAUSE && blow.victim() instanceof Victim.Service service) {
      stack().resume(service.instance());
    }
  }

  /** Starts what does not run, and says what ended while it did so. */
  private List<String> restart() {
    List<String> troubles = new ArrayList<>();
    if (!stack().isRunning(Component.KUBE_APISERVER)) {
      stack().start(Component.KUBE_APISERVER);
    }
    for (int start = 1; start <= STARTS; start++) {
      List<ServiceInstance> down =
          ServiceInstance.all().stream()
              .filter(world.services()::contains)
              .filter(instance -> !stack().isRunning(instance))
              .toList();
      down.forEach(this::keepLog);
      try {
        stack().start(ServiceInstance.all().stream().filter(world.services()::contains).toList());
        return troubles;
      } catch (UserException failure) {
        troubles.add(failure.getMessage());
      }
    }
    return troubles;
  }

  /** Of every process that was there, not only of the last one before. */
  private void keepLog(ServiceInstance instance) {
    Path log = stack().logOf(instance);
    try {
      if (Files.exists(log)) {
        logs++;
        Path kept = Files.createDirectories(log.resolveSibling("ended"));
        Files.move(log, kept.resolve("%04d-%s".formatted(logs, log.getFileName())));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Stack stack() {
    return world.stack();
  }

  private void await(Duration pause) throws InterruptedException {
    // Nobody counts it down: the way to wait for a while.
    boolean _ = never.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }
}
