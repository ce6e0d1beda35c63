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

  /** So many are shown at once. */
  static final int WEEKS = 5;

  private static final int WEEKS_AHEAD = 52;
  private static final int LIMIT = 500;

  /** Pages of the API that are read for one calendar. */
  private static final int MOST_PAGES = 6;

  void mount(Site site) {
    site.page(
        PATH, request -> model(request).map(model -> PageAnswer.html("list/calendar.jte", model)));
    site.part(
        DAYS, request -> model(request).map(model -> PageAnswer.html("list/days.jte", model)));
  }

  /** The Monday of a moment's week, in UTC. */
  static LocalDate week(Instant moment) {
    return today(moment).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  static LocalDate lastWeek(Instant now) {
    return week(now).plusWeeks(WEEKS_AHEAD);
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static Future<CalendarModel> model(PageRequest request) {
    Scope scope = Scope.named(request.query("scope"), request.viewer());
    LocalDate first = first(request);
    Instant end = first.plusWeeks(WEEKS).atStartOfDay(ZoneOffset.UTC).toInstant();
    Query query = Query.of("/v1/api/expiries").with("until", end.toString()).with("limit", LIMIT);
    return read(request, query, "", new ArrayList<>(), 1)
        .map(found -> model(request, scope, first, found));
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
      PageRequest request, Scope scope, LocalDate first, Found found) {
    List<ExpiryView> wanted =
        found.expiries().stream()
            .filter(each -> scope == Scope.ALL || each.createdBy().equals(request.viewer().name()))
            .filter(each -> each.day().isPresent())
            .toList();
    Map<LocalDate, List<ExpiryView>> byDay =
        wanted.stream()
            .filter(each -> !each.isOverdue())
            .collect(Collectors.groupingBy(each -> each.day().orElseThrow()));
    LocalDate today = today(request.now());
    List<Day> days =
        first
            .datesUntil(first.plusWeeks(WEEKS))
            .map(
                date ->
                    new Day(
                        date,
                        date.isBefore(today),
                        date.equals(today),
                        byDay.getOrDefault(date, List.of())))
            .toList();
    return new CalendarModel(
        request.frame("Calendar", Section.WORKSPACES),
        scope,
        first,
        days,
        wanted.stream().filter(ExpiryView::isOverdue).toList(),
        found.isWhole());
  }

  /** The Monday that is asked for, from the present one to a year ahead. */
  private static LocalDate first(PageRequest request) {
    LocalDate present = week(request.now());
    LocalDate last = lastWeek(request.now());
    try {
      LocalDate asked =
          LocalDate.parse(request.query("from"))
              .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      return asked.isBefore(present) ? present : asked.isAfter(last) ? last : asked;
    } catch (DateTimeException e) {
      return present;
    }
  }
}
