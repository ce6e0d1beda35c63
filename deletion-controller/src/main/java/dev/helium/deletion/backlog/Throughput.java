package dev.helium.deletion.backlog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many were done lately, counted in slices of time so that it stays small. */
final class Throughput {
  static final Duration WINDOW = Duration.ofMinutes(5);
  static final Duration SLICE = Duration.ofSeconds(5);

  private record Slice(Instant from, long done) {}

  private final Deque<Slice> slices = new ArrayDeque<>();

  void done(Instant now) {
    forget(now);
    Slice newest = slices.peekLast();
    if (newest == null || !now.isBefore(newest.from().plus(SLICE))) {
      slices.add(new Slice(now, 1));
    } else {
      slices.removeLast();
      slices.add(new Slice(newest.from(), newest.done() + 1));
    }
  }

  /** A second, over the time since the first that is counted; 0 when nothing was done lately. */
  double rate(Instant now) {
    forget(now);
    if (slices.isEmpty()) {
      return 0;
    }
    Duration since = Duration.between(slices.getFirst().from(), now);
    // One that was done this moment says nothing yet of how many are in a second.
    Duration counted = since.compareTo(SLICE) < 0 ? SLICE : since;
    return slices.stream().mapToLong(Slice::done).sum() * 1_000.0 / counted.toMillis();
  }

  /** Also what a clock that was set back would keep for ever. */
  private void forget(Instant now) {
    slices.removeIf(slice -> slice.from().isAfter(now) || slice.from().plus(WINDOW).isBefore(now));
  }
}
