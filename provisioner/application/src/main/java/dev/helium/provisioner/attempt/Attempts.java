package dev.helium.provisioner.attempt;

import dev.helium.backends.SecretMaterial;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.decide.Owner;
import dev.helium.provisioner.metrics.AttemptMeters;
import dev.helium.provisioner.metrics.ProvisionerMeters;
import dev.helium.service.tracing.Tracing;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs attempts, a fixed number at once and one at a time for each workspace. */
public final class Attempts {
  /** How long after the start, or after a pair of keys was taken, one is looked for. */
  private static final long KEYS_LATER_SECONDS = 5;

  private final List<Thread> workers = new CopyOnWriteArrayList<>();
  private final Slots slots;
  private final Schedule schedule;
  private final Runner runner;
  private final AttemptMeters meters;
  private final Tracing tracing;
  private final Map<WorkspaceId, RunningJob> underWay = new ConcurrentHashMap<>();

  /**
   * Attempts that are carried out with Pulumi.
   *
   * @param kubeconfig of the default cluster
   * @param atOnce attempts that run at the same time
   */
  public static Attempts of(
      Stacks stacks,
      BackendInputs inputs,
      Path kubeconfig,
      OtherClusters clusters,
      int atOnce,
      InstantSource clock,
      ProvisionerMeters meters,
      Tracing tracing) {
    return new Attempts(
        new PulumiRunner(
            stacks,
            inputs,
            new StackConfiguration(stacks, inputs, secretMaterial(), clock),
            new StrayNamespaces(kubeconfig, clusters),
            new MadeClusters(clusters),
            meters.engine()),
        new Slots(atOnce),
        clock,
        meters.attempts(),
        tracing);
  }

  private static SecretMaterial secretMaterial() {
    Executor later =
        CompletableFuture.delayedExecutor(
            KEYS_LATER_SECONDS,
            TimeUnit.SECONDS,
            search -> Thread.ofPlatform().daemon().name("rsa-keys").start(search));
    return SecretMaterial.findingAhead(new SecureRandom(), later);
  }

  Attempts(Runner runner, Slots slots, InstantSource clock, AttemptMeters meters, Tracing tracing) {
    this.slots = slots;
    this.schedule = new Schedule(slots, clock);
    this.runner = runner;
    this.meters = meters;
    this.tracing = tracing;
    meters.show(schedule::waiting, schedule::running, workers::size);
  }

  /** Begins to run what is wanted. */
  public void start() {
    for (int number = 1; number <= slots.all(); number++) {
      // A Pulumi run blocks its thread and pins it in places.
      workers.add(Thread.ofPlatform().name("attempt-" + number).daemon().start(this::work));
    }
  }

  /** Takes on nothing new and lets what runs come to its end, for as long as allowed. */
  public void close(Duration longest) throws InterruptedException {
    schedule.close();
    long deadline = System.nanoTime() + longest.toNanos();
    for (Thread worker : workers) {
      boolean _ = worker.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
    }
    // The next owner goes on with them.
    underWay.values().forEach(RunningJob::cancel);
  }

  /**
   * Sees to the attempt that a workspace's state calls for, and ends one that it does not call for
   * any more.
   */
  public void consider(Workspace workspace, Owner owner) {
    if (workspace.exists()) {
      schedule.knows(ClusterName.of(workspace.spec()));
    }
    Optional<Job> due = Job.dueFor(workspace, owner);
    due.ifPresentOrElse(schedule::want, () -> schedule.forget(workspace.id()));
    RunningJob running = underWay.get(workspace.id());
    if (running != null && due.filter(running.job()::isSameAs).isEmpty()) {
      running.cancel();
    }
  }

  /** Ends what was done for an owner who has lost the workspace. */
  public void forget(WorkspaceId workspace, Owner owner) {
    schedule.forget(workspace);
    RunningJob running = underWay.get(workspace);
    if (running != null && running.job().owner().fence().equals(owner.fence())) {
      running.cancel();
    }
  }

  private void work() {
    try {
      for (Optional<Job> job = schedule.take(); job.isPresent(); job = schedule.take()) {
        attempt(job.get());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt(Job job) {
    RunningJob running = new RunningJob(job);
    underWay.put(job.workspace().id(), running);
    try (AttemptTrace trace = AttemptTrace.begin(tracing, job)) {
      Timer.Sample begun = meters.begin();
      AttemptReport outcome = run(job, trace);
      boolean counts = running.end();
      tracing.measure(
          trace.place(),
          () ->
              meters.ended(
                  begun,
                  job.workspace().spec().backend(),
                  job.direction(),
                  counts ? outcome(outcome) : AttemptMeters.Outcome.CANCELLED));
      if (counts) {
        trace.ended(outcome);
        job.owner().report(job.workspace().id(), outcome, trace.place());
      } else {
        trace.cancelled();
      }
    } finally {
      underWay.remove(job.workspace().id());
      schedule.done(job);
    }
  }

  private AttemptReport run(Job job, AttemptTrace trace) {
    ProgressReports progress = new ProgressReports(job, trace.place(), ProgressReports.MOMENT);
    try (progress) {
      return runner.run(job, progress, trace);
    } finally {
      meters.dropped(progress.dropped());
    }
  }

  private static AttemptMeters.Outcome outcome(AttemptReport report) {
    return switch (report) {
      case AttemptReport.Applied ignored -> AttemptMeters.Outcome.SUCCEEDED;
      case AttemptReport.Destroyed ignored -> AttemptMeters.Outcome.SUCCEEDED;
      case AttemptReport.Failed ignored -> AttemptMeters.Outcome.FAILED;
      case AttemptReport.Progressed ignored -> AttemptMeters.Outcome.FAILED;
    };
  }
}
