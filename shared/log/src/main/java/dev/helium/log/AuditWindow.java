package dev.helium.log;

import dev.helium.domain.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The newest records of one partition of the audit, below where it has been read. */
final class AuditWindow {
  private final int partition;
  private final long bottom;
  private final long top;
  private final boolean more;
  private final List<Found> found = new ArrayList<>();

  /**
   * @param at when it happened, and no later than what stands above it in its partition
   */
  record Found(int partition, long offset, Instant at, AuditEntry entry) {}

  /**
   * @param bottom the first offset of the window
   * @param top the first offset above it
   * @param more whether there is anything below it
   */
  AuditWindow(int partition, long bottom, long top, boolean more) {
    this.partition = partition;
    this.bottom = bottom;
    this.top = top;
    this.more = more;
  }

  int partition() {
    return partition;
  }

  long bottom() {
    return bottom;
  }

  long top() {
    return top;
  }

  boolean more() {
    return more;
  }

  boolean isEmpty() {
    return bottom >= top;
  }

  /** Takes what stands in it, from the bottom to the top. */
  void take(long offset, AuditEntry entry) {
    found.add(new Found(partition, offset, entry.at(), entry));
  }

  /**
   * What stands in it, from the top down. Gateways do not have quite the same clock; the times of
   * what is below a later one are cut, so that they never rise on the way down.
   */
  List<Found> newestFirst() {
    List<Found> down = new ArrayList<>(found.size());
    Instant latest = Instant.MAX;
    for (Found each : found.reversed()) {
      latest = each.at().isBefore(latest) ? each.at() : latest;
      down.add(new Found(partition, each.offset(), latest, each.entry()));
    }
    return down;
  }
}
