package dev.helium.log;

import dev.helium.domain.AuditEntry;
import dev.helium.log.AuditWindow.Found;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the windows of several partitions into one order, as far down as it is sure that nothing
 * below a window belongs in between.
 */
final class NewestFirst {
  private static final Comparator<Found> ORDER =
      Comparator.comparing(Found::at)
          .thenComparing(Comparator.comparingInt(Found::partition).reversed())
          .thenComparingLong(Found::offset)
          .reversed();

  private NewestFirst() {}

  static AuditPage page(List<AuditWindow> windows, AuditQuery query) {
    List<Found> all = new ArrayList<>();
    Instant sure = Instant.MIN;
    for (AuditWindow window : windows) {
      List<Found> own = window.newestFirst();
      all.addAll(own);
      if (window.more() && !own.isEmpty() && own.getLast().at().isAfter(sure)) {
        sure = own.getLast().at();
      }
    }
    all.sort(ORDER);
    List<AuditEntry> entries = new ArrayList<>();
    Map<Integer, Long> reached = new HashMap<>();
    int taken = 0;
    while (taken < all.size()
        && entries.size() < query.limit()
        && !all.get(taken).at().isBefore(sure)) {
      Found next = all.get(taken++);
      reached.put(next.partition(), next.offset());
      if (query.matches(next.entry())) {
        entries.add(next.entry());
      }
    }
    Set<Integer> left = new HashSet<>();
    all.subList(taken, all.size()).forEach(each -> left.add(each.partition()));
    return page(windows, query, entries, reached, left);
  }

  /**
   * @param reached the lowest offset taken, by partition
   * @param left the partitions in whose windows something is left
   */
  private static AuditPage page(
      List<AuditWindow> windows,
      AuditQuery query,
      List<AuditEntry> entries,
      Map<Integer, Long> reached,
      Set<Integer> left) {
    List<Long> offsets = new ArrayList<>(query.after().offsets());
    boolean more = !left.isEmpty();
    for (AuditWindow window : windows) {
      more |= window.more();
      offsets.set(
          window.partition(),
          left.contains(window.partition())
              ? reached.getOrDefault(window.partition(), window.top())
              : window.bottom());
    }
    return new AuditPage(entries, new AuditPlace(offsets), more);
  }
}
