package dev.helium.provisioner.attempt;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.decide.Owner;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Runs attempts, a fixed number at once and one at a time for each workspace. */
public final class Attempts {
  private final List<Thread> workers = new ArrayList<>();
  private final Schedule schedule;
  private final Runner runner;
  private final MeterRegistry meters;
  private final Map<WorkspaceId, RunningJob> underWay = new ConcurrentHashMap<>();

  /** Attempts that are carried out with Pulumi. */
  public static Attempts of(
      Stacks stacks,
      BackendInputs inputs,
      Path kubeconfig,
      InstantSource clock,
      MeterRegistry meters) {
    return new Attempts(
        new PulumiRunner(stacks, inputs, new StrayNamespaces(kubeconfig)), clock, meters);
  }

  Attempts(Runner runner, InstantSource clock, MeterRegistry meters) {
    this.schedule = new Schedule(clock);
    this.runner = runner;
    this.meters = meters;
    meters.gauge("helium.provisioner.attempts.waiting", schedule, Schedule::waiting);
    meters.gauge("helium.provisioner.attempts.running", schedule, Schedule::running);
  }

  /**
   * Begins to run what is wanted.
   *
   * @param atOnce platform threads: a Pulumi run blocks its thread and pins it in places
   */
  public void start(int atOnce) {
    for (int number = 1; number <= atOnce; number++) {
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
    try {
      Timer.Sample sample = Timer.start(meters);
      AttemptReport outcome;
      try (ProgressReports progress = new ProgressReports(job)) {
        outcome = runner.run(job, progress);
      }
      boolean counts = running.end();
      sample.stop(
          meters.timer(
              "helium.provisioner.attempts",
              "direction",
              job.direction().name(),
              "outcome",
              counts ? outcome.getClass().getSimpleName() : "Cancelled"));
      if (counts) {
        job.owner().report(job.workspace().id(), outcome);
      }
    } finally {
      underWay.remove(job.workspace().id());
      schedule.done(job);
    }
  }
}
