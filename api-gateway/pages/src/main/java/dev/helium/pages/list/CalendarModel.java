package dev.helium.pages.list;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.frame.Shown;
import dev.helium.pages.read.ExpiryView;
import dev.helium.pages.web.LiveStream;
import dev.helium.pages.web.Query;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What expires in a month, day by day in UTC.
 *
 * @param overdue what should be gone and still stands
 * @param isWhole false when there were more than are read at once
 */
public record CalendarModel(
    Frame frame,
    Scope scope,
    YearMonth month,
    List<Day> days,
    List<ExpiryView> overdue,
    boolean isWhole) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
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
  public record Day(LocalDate date, boolean isInMonth, boolean isToday, List<ExpiryView> all) {
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
  }

  public CalendarModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(month, "month");
    days = List.copyOf(days);
    overdue = List.copyOf(overdue);
  }

  public String monthName() {
    return MONTH.format(month);
  }

  /** How many go in this month. */
  public String number() {
    long number = days.stream().filter(Day::isInMonth).mapToLong(day -> day.all().size()).sum();
    return Shown.counted(number, "workspace") + (isWhole ? "" : " and more");
  }

  public String of(Scope other) {
    return address(CalendarPage.PATH, other, month);
  }

  /** The month so many later. */
  public String later(int months) {
    return address(CalendarPage.PATH, scope, month.plusMonths(months));
  }

  public String daysFrom() {
    return address(CalendarPage.DAYS, scope, month);
  }

  public String stream() {
    return LiveStream.all()
        .with("owner", scope == Scope.MINE ? frame.viewer().name() : "")
        .with("type", TYPES)
        .toString();
  }

  public boolean isFirst() {
    return !month.isAfter(CalendarPage.monthOf(frame.now()));
  }

  public boolean isLast() {
    return !month.isBefore(CalendarPage.lastMonth(frame.now()));
  }

  private static String address(String path, Scope scope, YearMonth month) {
    return Query.of(path).with("scope", scope.id()).with("month", month.toString()).toString();
  }
}
