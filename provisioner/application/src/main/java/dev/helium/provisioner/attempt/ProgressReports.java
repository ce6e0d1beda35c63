package dev.helium.provisioner.attempt;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Step;
import dev.helium.wire.TraceParent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands progress on while the attempt runs, so that the attempt does not wait for the log: what
 * comes within a moment of a step goes into one report with it, as each report costs the same,
 * whatever it tells. Closing ends that moment, and waits for all of it; steps are dropped, and that
 * is said, when the log is slower than the attempt by more than the queue holds.
 */
final class ProgressReports implements Consumer<Step>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressReports.class);

  /** People who watch do not see the difference, and most attempts are told in two reports. */
  static final Duration MOMENT = Duration.ofMillis(500);

  private static final int LONGEST_QUEUE = 1024;
  private static final int LARGEST_REPORT = 100;
  private static final Step END = new Step("end", "");

  private final BlockingQueue<Step> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
  private final Job job;
  private final TraceParent trace;
  private final Duration moment;
  private final Thread writer;
  private final AtomicInteger dropped = new AtomicInteger();

  /**
   * @param trace the span of the attempt
   * @param moment how long a step waits for others
   */
  ProgressReports(Job job, TraceParent trace, Duration moment) {
    this.job = job;
    this.trace = trace;
    this.moment = moment;
    this.writer = Thread.ofVirtual().name("progress-" + job.workspace().id()).start(this::write);
  }

  @Override
  public void accept(Step step) {
    if (!queue.offer(step)) {
      dropped.incrementAndGet();
    }
  }

  /** How many steps were dropped; final once it is closed. */
  int dropped() {
    return dropped.get();
  }

  /** Waits also when the attempt is cancelled: an append must not be broken off in the middle. */
  @Override
  public void close() {
    boolean interrupted = false;
    boolean ended = false;
    boolean told = false;
    while (!ended) {
      try {
        if (!told) {
          queue.put(END);
          told = true;
        }
        writer.join();
        ended = true;
      } catch (InterruptedException cancelled) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (dropped() > 0) {
      LOG.atWarn()
          .addKeyValue("workspace", job.workspace().id())
          .addKeyValue("dropped", dropped())
          .log("progress was dropped because the log is slow");
    }
  }

  private void write() {
    try {
      boolean ended = false;
      while (!ended) {
        List<Step> steps = gather();
        ended = steps.remove(END);
        if (!steps.isEmpty()) {
          report(steps);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for a step, and then for others until the moment is over or all have come. */
  private List<Step> gather() throws InterruptedException {
    List<Step> steps = new ArrayList<>();
    Step step = queue.take();
    long over = System.nanoTime() + moment.toNanos();
    while (step != null) {
      steps.add(step);
      boolean full = step.equals(END) || steps.size() == LARGEST_REPORT;
      step = full ? null : queue.poll(over - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    return steps;
  }

  private void report(List<Step> steps) {
    job.owner()
        .report(job.workspace().id(), new AttemptReport.Progressed(job.attempt(), steps), trace);
  }
}
