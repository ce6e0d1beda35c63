package dev.helium.provisioner.attempt;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.provisioner.decide.LogUnavailableException;
import dev.helium.provisioner.decide.Reporter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs attempts, a fixed number at once and one at a time for each workspace. */
public final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
  private static final Duration PAUSE_WITHOUT_LOG = Duration.ofSeconds(1);

  private final List<Thread> workers = new ArrayList<>();
  private final Schedule schedule;
  private final Runner runner;
  private final InstantSource clock;
  private final MeterRegistry meters;

  /** Attempts that are carried out with Pulumi. */
  public static Attempts of(
      Stacks stacks, BackendInputs inputs, InstantSource clock, MeterRegistry meters) {
    return new Attempts(new PulumiRunner(stacks, inputs), clock, meters);
  }

  Attempts(Runner runner, InstantSource clock, MeterRegistry meters) {
    this.schedule = new Schedule(clock);
    this.runner = runner;
    this.clock = clock;
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
      worker.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      worker.interrupt();
    }
  }

  /** Sees to the attempt that a workspace's state calls for. */
  public void consider(Workspace workspace, Reporter reporter) {
    Job.dueFor(workspace, reporter)
        .ifPresentOrElse(schedule::want, () -> schedule.forget(workspace.id()));
  }

  public void forget(WorkspaceId workspace) {
    schedule.forget(workspace);
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
    Timer.Sample sample = Timer.start(meters);
    AttemptReport outcome;
    try (ProgressReports progress = new ProgressReports(job)) {
      outcome = runner.run(job, progress);
    }
    sample.stop(
        meters.timer(
            "helium.provisioner.attempts",
            "direction",
            job.direction().name(),
            "outcome",
            outcome.getClass().getSimpleName()));
    try {
      job.reporter().report(job.workspace().id(), outcome);
    } catch (LogUnavailableException unavailable) {
      LOG.atWarn()
          .addKeyValue("workspace", job.workspace().id())
          .addKeyValue("attempt", job.attempt())
          .addKeyValue("reason", unavailable.getMessage())
          .log("the outcome of an attempt could not be recorded; it will be run again");
      schedule.wantAgain(job.delayedUntil(clock.instant().plus(PAUSE_WITHOUT_LOG)));
    } finally {
      schedule.done(job);
    }
  }
}
