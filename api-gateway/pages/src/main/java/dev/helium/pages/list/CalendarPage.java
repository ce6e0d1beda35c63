package dev.helium.pages.list;

import dev.helium.pages.frame.Section;
import dev.helium.pages.list.CalendarModel.Day;
import dev.helium.pages.read.ExpiryList;
import dev.helium.pages.read.ExpiryView;
import dev.helium.pages.web.PageAnswer;
import dev.helium.pages.web.PageRequest;
import dev.helium.pages.web.Query;
import dev.helium.pages.web.Site;
import io.vertx.core.Future;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The calendar of what expires when. */
final class CalendarPage {
  static final String PATH = "/list/calendar";
  static final String DAYS = "/list/calendar/days";

  private static final int MONTHS_AHEAD = 12;
  private static final int LIMIT = 500;

  /** Pages of the API that are read for one calendar. */
  private static final int MOST_PAGES = 6;

  void mount(Site site) {
    site.page(
        PATH, request -> model(request).map(model -> PageAnswer.html("list/calendar.jte", model)));
    site.part(
        DAYS, request -> model(request).map(model -> PageAnswer.html("list/days.jte", model)));
  }

  static YearMonth monthOf(Instant now) {
    return YearMonth.from(now.atZone(ZoneOffset.UTC));
  }

  static YearMonth lastMonth(Instant now) {
    return monthOf(now).plusMonths(MONTHS_AHEAD);
  }

  private static Future<CalendarModel> model(PageRequest request) {
    Scope scope = Scope.named(request.query("scope"), request.viewer());
    YearMonth month = month(request);
    LocalDate end = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    Query first =
        Query.of("/v1/api/expiries")
            .with("until", end.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString())
            .with("limit", LIMIT);
    return read(request, first, "", new ArrayList<>(), 1)
        .map(found -> model(request, scope, month, end, found));
  }

  /** What was found; without an end when there is more than is read. */
  private record Found(List<ExpiryView> expiries, boolean isWhole) {}

  private static Future<Found> read(
      PageRequest request, Query first, String after, List<ExpiryView> found, int page) {
    return request
        .read(first.with("after", after))
        .map(ExpiryList::new)
        .compose(
            list -> {
              found.addAll(list.expiries());
              if (list.next().isEmpty() || page == MOST_PAGES) {
                return Future.succeededFuture(new Found(found, list.next().isEmpty()));
              }
              return read(request, first, list.next(), found, page + 1);
            });
  }

  private static CalendarModel model(
      PageRequest request, Scope scope, YearMonth month, LocalDate end, Found found) {
    List<ExpiryView> wanted =
        found.expiries().stream()
            .filter(each -> scope == Scope.ALL || each.createdBy().equals(request.viewer().name()))
            .filter(each -> each.day().isPresent())
            .toList();
    Map<LocalDate, List<ExpiryView>> byDay =
        wanted.stream()
            .filter(each -> !each.isOverdue())
            .collect(Collectors.groupingBy(each -> each.day().orElseThrow()));
    LocalDate start = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate today = LocalDate.ofInstant(request.now(), ZoneOffset.UTC);
    List<Day> days =
        start
            .datesUntil(end.plusDays(1))
            .map(
                date ->
                    new Day(
                        date,
                        YearMonth.from(date).equals(month),
                        date.equals(today),
                        byDay.getOrDefault(date, List.of())))
            .toList();
    return new CalendarModel(
        request.frame("Calendar", Section.WORKSPACES),
        scope,
        month,
        days,
        wanted.stream().filter(ExpiryView::isOverdue).toList(),
        found.isWhole());
  }

  /** The one that is asked for, from the present one to a year ahead. */
  private static YearMonth month(PageRequest request) {
    YearMonth first = monthOf(request.now());
    YearMonth last = lastMonth(request.now());
    try {
      YearMonth asked = YearMonth.parse(request.query("month"));
      return asked.isBefore(first) ? first : asked.isAfter(last) ? last : asked;
    } catch (DateTimeException e) {
      return first;
    }
  }
}
