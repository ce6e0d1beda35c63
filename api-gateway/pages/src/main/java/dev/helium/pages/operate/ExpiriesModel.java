package dev.helium.pages.operate;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.read.ExpiryView;
import dev.helium.pages.web.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is to go when.
 *
 * @param count how many there are until the end of the window
 * @param after where this page begins; empty on the first one
 * @param next where the next one does; empty on the last one
 */
public record ExpiriesModel(
    Frame frame,
    Backlog backlog,
    Window window,
    List<ExpiryView> due,
    long count,
    String after,
    String next) {
  /** Those whose last day it is, in UTC. */
  public record Day(LocalDate day, List<ExpiryView> due) {
    public Day {
      due = List.copyOf(due);
    }
  }

  public ExpiriesModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(backlog, "backlog");
    Objects.requireNonNull(window, "window");
    due = List.copyOf(due);
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(next, "next");
  }

  /** What is overdue, whenever it was to go. */
  public List<ExpiryView> overdue() {
    return due.stream().filter(ExpiryView::isOverdue).toList();
  }

  /** What is to come, day by day. */
  public List<Day> days() {
    Map<LocalDate, List<ExpiryView>> days = new LinkedHashMap<>();
    due.stream()
        .filter(each -> !each.isOverdue())
        .forEach(
            each ->
                each.day()
                    .ifPresent(
                        day -> days.computeIfAbsent(day, one -> new ArrayList<>()).add(each)));
    return days.entrySet().stream().map(day -> new Day(day.getKey(), day.getValue())).toList();
  }

  /** Where the part that changes is read again. */
  public String from() {
    return address(ExpiriesPage.DUE).with("after", after).toString();
  }

  public String nextPage() {
    return address(Tab.EXPIRIES.path()).with("after", next).toString();
  }

  private Query address(String path) {
    return Query.of(path).with("window", window.id());
  }
}
