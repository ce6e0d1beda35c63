package dev.helium.deletion.backlog;

import dev.helium.deletion.tenure.Tenure;
import dev.helium.domain.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The workspaces whose deletion was decided and that are not proven gone. Pure but for what it
 * remembers; safe for any thread.
 */
public final class Backlog {
  private record Entry(Instant since, WorkspaceId workspace) implements Comparable<Entry> {
    private static final Comparator<Entry> OLDEST_FIRST =
        Comparator.comparing(Entry::since).thenComparing(Entry::workspace);

    @Override
    public int compareTo(Entry other) {
      return OLDEST_FIRST.compare(this, other);
    }
  }

  private final Map<WorkspaceId, Entry> byWorkspace = new HashMap<>();
  private final NavigableSet<Entry> oldestFirst = new TreeSet<>();
  private final Throughput throughput = new Throughput();
  private Instant moved = Instant.MAX;

  /** Takes in what the log now says of a workspace. */
  public synchronized void changed(WorkspaceId workspace, Tenure tenure, Instant now) {
    switch (tenure.stage()) {
      case LEAVING, GIVEN_UP, DESTROYED ->
          add(new Entry(tenure.leaving().requested(), workspace), now);
      case NONE -> {
        if (remove(workspace)) {
          throughput.done(now);
          moved = now;
        }
      }
      case LIVING, ELSEWHERE -> remove(workspace);
    }
  }

  /**
   * For a while nothing could be done, which is no lack of progress: so long is not counted. A
   * connection that is lost now and then hides no backlog that stands still.
   */
  public synchronized void excuse(Duration unreachable, Instant now) {
    if (!moved.equals(Instant.MAX)) {
      Instant later = moved.plus(unreachable);
      moved = later.isBefore(now) ? later : now;
    }
  }

  synchronized int size() {
    return byWorkspace.size();
  }

  /** For how long the one has been there that was decided first; zero of none. */
  synchronized Duration oldest(Instant now) {
    return oldestFirst.isEmpty() ? Duration.ZERO : since(oldestFirst.first().since(), now);
  }

  /** In what time it is empty if it goes on as lately; empty when nothing went on lately. */
  synchronized Optional<Duration> forecast(Instant now) {
    if (byWorkspace.isEmpty()) {
      return Optional.of(Duration.ZERO);
    }
    double rate = throughput.rate(now);
    return rate == 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(byWorkspace.size() * 1_000 / rate)));
  }

  /** For how long nothing has come to its end although something could; zero of none. */
  synchronized Duration still(Instant now) {
    if (byWorkspace.isEmpty() || moved.equals(Instant.MAX)) {
      return Duration.ZERO;
    }
    if (moved.isAfter(now)) {
      // The clock was set back: it is counted from there on.
      moved = now;
    }
    return since(moved, now);
  }

  private void add(Entry entry, Instant now) {
    if (byWorkspace.isEmpty()) {
      moved = now;
    }
    remove(entry.workspace());
    byWorkspace.put(entry.workspace(), entry);
    oldestFirst.add(entry);
  }

  private boolean remove(WorkspaceId workspace) {
    Entry known = byWorkspace.remove(workspace);
    return known != null && oldestFirst.remove(known);
  }

  /** Clocks of two writers may differ. */
  private static Duration since(Instant from, Instant now) {
    return from.isBefore(now) ? Duration.between(from, now) : Duration.ZERO;
  }
}
