package dev.helium.pages.list;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Shown;
import dev.helium.pages.read.ExpiryView;
import dev.helium.pages.web.LiveStream;
import dev.helium.pages.web.Query;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What expires in some weeks, day by day in UTC.
 *
 * @param first the Monday that they begin with
 * @param overdue what should be gone and still stands
 * @param isWhole false when there were more than are read at once
 */
public record CalendarModel(
    Frame frame,
    Scope scope,
    LocalDate first,
    List<Day> days,
    List<ExpiryView> overdue,
    boolean isWhole) {
  private static final DateTimeFormatter DAY = format("EEEE, d MMMM");
  private static final DateTimeFormatter FIRST_OF_MONTH = format("d MMM");
  private static final DateTimeFormatter END = format("d MMMM uuuu");
  private static final int SHOWN = 5;

  /** After these something else expires, or at another time. */
  private static final List<String> TYPES =
      List.of(
          "dev.helium.workspace.created.v1",
          "dev.helium.workspace.expiry-changed.v1",
          "dev.helium.workspace.protected.v1",
          "dev.helium.workspace.unprotected.v1",
          "dev.helium.workspace.deletion-requested.v1",
          "dev.helium.workspace.deleted.v1");

  /** One square. */
  public record Day(LocalDate date, boolean isPast, boolean isToday, List<ExpiryView> all) {
    public Day {
      Objects.requireNonNull(date, "date");
      all = List.copyOf(all);
    }

    /** As many as a square has room for. */
    public List<ExpiryView> shown() {
      return all.size() > SHOWN ? all.subList(0, SHOWN - 1) : all;
    }

    public List<ExpiryView> more() {
      return all.subList(shown().size(), all.size());
    }

    public String name() {
      return DAY.format(date);
    }

    /** The number, with the month where one begins. */
    public String shortName() {
      return date.getDayOfMonth() == 1 ? FIRST_OF_MONTH.format(date) : date.getDayOfMonth() + "";
    }
  }

  public CalendarModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(first, "first");
    days = List.copyOf(days);
    overdue = List.copyOf(overdue);
  }

  /** Such as {@code 23 November 2026 – 27 December 2026}. */
  public String range() {
    return END.format(first) + " – " + END.format(days.getLast().date());
  }

  /** How many go in these weeks. */
  public String number() {
    long number = days.stream().mapToLong(day -> day.all().size()).sum();
    return Shown.counted(number, "workspace") + (isWhole ? "" : " and more");
  }

  public String of(Scope other) {
    return address(CalendarPage.PATH, other, first);
  }

  public String later() {
    return address(CalendarPage.PATH, scope, first.plusWeeks(CalendarPage.WEEKS));
  }

  public String earlier() {
    return address(CalendarPage.PATH, scope, first.minusWeeks(CalendarPage.WEEKS));
  }

  public String daysFrom() {
    return address(CalendarPage.DAYS, scope, first);
  }

  public String stream() {
    return LiveStream.all()
        .with("owner", scope == Scope.MINE ? frame.viewer().name() : "")
        .with("type", TYPES)
        .toString();
  }

  public boolean isFirst() {
    return !first.isAfter(CalendarPage.week(frame.now()));
  }

  public boolean isLast() {
    return !first.isBefore(CalendarPage.lastWeek(frame.now()));
  }

  private static String address(String path, Scope scope, LocalDate first) {
    return Query.of(path).with("scope", scope.id()).with("from", first.toString()).toString();
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
