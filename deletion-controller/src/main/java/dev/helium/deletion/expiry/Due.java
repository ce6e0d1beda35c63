package dev.helium.deletion.expiry;

import dev.helium.domain.WorkspaceId;
import java.time.Instant;
import java.util.Comparator;

/** A workspace and when its time is up; the oldest comes first. */
record Due(Instant expiry, WorkspaceId workspace, int incarnation) implements Comparable<Due> {
  private static final Comparator<Due> OLDEST_FIRST =
      Comparator.comparing(Due::expiry)
          .thenComparing(Due::workspace)
          .thenComparingInt(Due::incarnation);

  @Override
  public int compareTo(Due other) {
    return OLDEST_FIRST.compare(this, other);
  }
}
