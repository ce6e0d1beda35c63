package dev.helium.provisioner.attempt;

import dev.helium.domain.AttemptReport;
import dev.helium.provisioner.decide.LogUnavailableException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands progress on while the attempt runs, so that the attempt does not wait for the log. Closing
 * waits for what was handed in; progress is dropped, and that is said, when the log is slower than
 * the attempt by more than the queue holds.
 */
final class ProgressReports implements Consumer<AttemptReport.Progressed>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProgressReports.class);
  private static final int LONGEST_QUEUE = 256;

  private final BlockingQueue<Optional<AttemptReport.Progressed>> queue =
      new ArrayBlockingQueue<>(LONGEST_QUEUE);
  private final Job job;
  private final Thread writer;
  private int dropped;

  ProgressReports(Job job) {
    this.job = job;
    this.writer = Thread.ofVirtual().name("progress-" + job.workspace().id()).start(this::write);
  }

  @Override
  public void accept(AttemptReport.Progressed progress) {
    if (!queue.offer(Optional.of(progress))) {
      dropped++;
    }
  }

  @Override
  public void close() {
    try {
      queue.put(Optional.empty());
      writer.join();
    } catch (InterruptedException interrupted) {
      writer.interrupt();
      Thread.currentThread().interrupt();
    }
    if (dropped > 0) {
      LOG.atWarn()
          .addKeyValue("workspace", job.workspace().id())
          .addKeyValue("dropped", dropped)
          .log("progress was dropped because the log is slow");
    }
  }

  private void write() {
    try {
      for (Optional<AttemptReport.Progressed> next = queue.take();
          next.isPresent();
          next = queue.take()) {
        report(next.get());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(AttemptReport.Progressed progress) {
    try {
      job.reporter().report(job.workspace().id(), progress);
    } catch (LogUnavailableException unavailable) {
      LOG.atWarn()
          .addKeyValue("workspace", job.workspace().id())
          .addKeyValue("reason", unavailable.getMessage())
          .log("progress could not be recorded");
    }
  }
}
