package dev.helium.log;

import java.time.Duration;
import java.util.Collection;

/** What waits in the queues of a reader. Told by its thread, asked by any. */
final class QueueGauge {
  private final Standstill standstill = new Standstill(System::nanoTime);
  private volatile long records;

  /** How it is now. */
  void note(Collection<RecordQueue> queues) {
    records = queues.stream().mapToLong(RecordQueue::size).sum();
    queues.stream()
        .flatMapToLong(queue -> queue.waitsSince().stream())
        .min()
        .ifPresentOrElse(standstill::began, standstill::ends);
  }

  long records() {
    return records;
  }

  /** How long the queue that waits longest has waited without progress. */
  Duration standstill() {
    return standstill.length();
  }
}
