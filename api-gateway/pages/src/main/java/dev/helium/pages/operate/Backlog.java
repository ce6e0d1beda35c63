package dev.helium.pages.operate;

import dev.helium.pages.operate.Bar.Slice;
import dev.helium.pages.read.SummaryView;
import java.util.ArrayList;
import java.util.List;

/** What is to go when, in stretches that follow each other. */
public record Backlog(List<Stretch> stretches) {
  /**
   * One stretch.
   *
   * @param window that the page of expiries is asked for to show it; those before it are shown too
   */
  public record Stretch(String words, String window, long workspaces, Bar bar) {
    public boolean isOverdue() {
      return window.equals(Window.OVERDUE.id());
    }
  }

  private record Named(String within, String words, Window window) {}

  private static final List<Named> NAMED =
      List.of(
          new Named("PT0S", "Overdue", Window.OVERDUE),
          new Named("PT1H", "Within an hour", Window.DAY),
          new Named("PT6H", "Within 6 hours", Window.DAY),
          new Named("PT24H", "Within a day", Window.DAY),
          new Named("P7D", "Within a week", Window.WEEK),
          new Named("P30D", "Within 30 days", Window.MONTH));

  public Backlog {
    stretches = List.copyOf(stretches);
  }

  static Backlog of(SummaryView summary) {
    List<Long> counts = new ArrayList<>();
    long before = 0;
    for (Named named : NAMED) {
      long until = summary.expiring(named.within());
      counts.add(Math.max(0, until - before));
      before = Math.max(before, until);
    }
    counts.add(Math.max(0, summary.all() - before));
    long most = counts.stream().mapToLong(Long::longValue).max().orElse(0);
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      boolean later = i == NAMED.size();
      stretches.add(
          stretch(
              later ? "Later" : NAMED.get(i).words(),
              later ? Window.ALL : NAMED.get(i).window(),
              counts.get(i),
              most));
    }
    return new Backlog(stretches);
  }

  private static Stretch stretch(String words, Window window, long count, long most) {
    String kind = window == Window.OVERDUE ? "failed" : window == Window.DAY ? "not-ready" : "span";
    return new Stretch(words, window.id(), count, Bar.of(List.of(new Slice(kind, count)), most));
  }
}
