package dev.helium.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** When a workspace that is being created will be ready, going by past runs of its backend. */
public sealed interface Estimate {
  /** Fewer runs say nothing. */
  int FEWEST = 3;

  /**
   * The middle of the runs that took longer than this one has taken so far; of ten of them eight
   * end between the earliest and the latest instant.
   *
   * @param runs that took longer
   */
  record Expected(Instant at, Instant earliest, Instant latest, int runs) implements Estimate {
    public Expected {
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(earliest, "earliest");
      Objects.requireNonNull(latest, "latest");
    }
  }

  /**
   * It has taken longer than every known run.
   *
   * @param longest that one of them took
   */
  record Overdue(Duration longest, int runs) implements Estimate {
    public Overdue {
      Objects.requireNonNull(longest, "longest");
    }
  }

  /**
   * Empty for a workspace that is not being created, and where there are too few runs.
   *
   * @param runs what past runs of its backend took
   */
  static Optional<Estimate> of(WorkspaceView view, List<Duration> runs, Instant now) {
    Making making = view.timeline().making();
    if (!isAwaited(view) || runs.size() < FEWEST) {
      return Optional.empty();
    }
    Duration taken = Duration.between(making.requested(), now);
    List<Duration> longer = runs.stream().filter(run -> run.compareTo(taken) > 0).sorted().toList();
    if (longer.isEmpty()) {
      return Optional.of(
          new Overdue(runs.stream().max(Duration::compareTo).orElseThrow(), runs.size()));
    }
    return Optional.of(
        new Expected(
            making.requested().plus(percentile(longer, 50)),
            making.requested().plus(percentile(longer, 10)),
            making.requested().plus(percentile(longer, 90)),
            longer.size()));
  }

  /** True for a workspace of which it can be asked when it will be ready. */
  static boolean isAwaited(WorkspaceView view) {
    Making making = view.timeline().making();
    return view.status() == Status.CREATING && making.creation() && !making.isReady();
  }

  /** The least that so many of a hundred do not exceed. */
  private static Duration percentile(List<Duration> sorted, int percent) {
    return sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }
}
