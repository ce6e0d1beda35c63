package dev.helium.provisioner.attempt;

/** A job that a worker carries out, and that can be told to stop. */
final class RunningJob {
  private final Job job;
  private final Thread worker = Thread.currentThread();
  private boolean ended;
  private boolean cancelled;

  /** Begins on the calling thread. */
  RunningJob(Job job) {
    this.job = job;
  }

  Job job() {
    return job;
  }

  /** Has the run end early; what comes of it is nobody's concern any more. */
  synchronized void cancel() {
    if (!ended && !cancelled) {
      cancelled = true;
      worker.interrupt();
    }
  }

  /** Says that the run has come to its end; true when its outcome counts. */
  synchronized boolean end() {
    ended = true;
    // An interrupt that came too late must not meet the next job.
    boolean _ = Thread.interrupted();
    return !cancelled;
  }
}
