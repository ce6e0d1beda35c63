package dev.helium.gateway.webhook;

import dev.helium.domain.FieldError;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.webhook.EventFilter;
import dev.helium.domain.webhook.EventPlaces;
import dev.helium.domain.webhook.Redelivery;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemException;
import dev.helium.gateway.webhook.delivery.WebhookDelivery;
import dev.helium.log.Delivery;
import dev.helium.view.WorkspaceViews;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds events of the past that a webhook wants, in bounded number. */
final class PastEvents {
  /** Events that are looked at for one question. */
  private static final long MOST_LOOKED_AT = 20_000;

  private static final int STRETCH = 200;

  /** By which what an event says of its time and when it was written may differ. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final WorkspaceViews views;
  private final WebhookDelivery delivery;

  PastEvents(WorkspaceViews views, WebhookDelivery delivery) {
    this.views = views;
    this.delivery = delivery;
  }

  /** By their numbers, both included; a problem when they are too many or not known any more. */
  Future<List<EventPlaces>> of(EventFilter filter, WorkspaceId workspace, long first, long last) {
    return views
        .snapshot(workspace)
        .compose(
            found -> {
              List<Long> offsets = new ArrayList<>();
              found.ifPresent(
                  snapshot -> {
                    if (first <= snapshot.offsets().dropped()) {
                      throw broken("first", "must lie above " + snapshot.offsets().dropped());
                    }
                    long count = Math.min(last, snapshot.offsets().count()) - first + 1;
                    if (count > Redelivery.MOST) {
                      throw broken("last", tooMany());
                    }
                    offsets.addAll(snapshot.offsets().after(first - 1, (int) Math.max(0, count)));
                  });
              return delivery.archive().read(workspace, offsets);
            })
        .compose(events -> delivery.filtering().matching(filter, events))
        .map(PastEvents::places);
  }

  /** Those of a time, its end excluded; a problem when they are too many. */
  Future<List<EventPlaces>> between(EventFilter filter, Instant from, Instant until) {
    List<Delivery> found = new ArrayList<>();
    return Future.all(
            delivery.archive().firstAt(from), delivery.archive().firstAt(until.plus(SLACK)))
        .compose(
            both -> {
              Map<Integer, Long> starts = both.resultAt(0);
              Map<Integer, Long> ends = shown(both.resultAt(1));
              long all =
                  starts.entrySet().stream()
                      .mapToLong(start -> ends.get(start.getKey()) - start.getValue())
                      .sum();
              if (all > MOST_LOOKED_AT) {
                throw broken(
                    "from",
                    "must be nearer to until: more than "
                        + MOST_LOOKED_AT
                        + " events happened in between");
              }
              Future<Void> read = Future.succeededFuture();
              for (Map.Entry<Integer, Long> start : new TreeMap<>(starts).entrySet()) {
                int partition = start.getKey();
                read =
                    read.compose(
                        ignored ->
                            collect(
                                new Range(filter, from, until),
                                partition,
                                start.getValue(),
                                ends.get(partition),
                                found));
              }
              return read;
            })
        .map(ignored -> places(found));
  }

  /** What the view does not show yet is sent when it does. */
  private Map<Integer, Long> shown(Map<Integer, Long> ends) {
    List<Long> now = delivery.now();
    Map<Integer, Long> shown = new HashMap<>();
    ends.forEach((partition, end) -> shown.put(partition, Math.min(end, now.get(partition))));
    return shown;
  }

  /** What is looked for. */
  private record Range(EventFilter filter, Instant from, Instant until) {
    boolean has(Delivery event) {
      Instant time = event.record().time();
      return !time.isBefore(from) && time.isBefore(until);
    }
  }

  private Future<Void> collect(
      Range range, int partition, long next, long end, List<Delivery> found) {
    if (next >= end) {
      return Future.succeededFuture();
    }
    return delivery
        .archive()
        .stretch(partition, next, STRETCH)
        .compose(
            stretch ->
                delivery
                    .filtering()
                    .matching(range.filter(), stretch.events().stream().filter(range::has).toList())
                    .compose(
                        matching -> {
                          found.addAll(matching);
                          if (found.size() > Redelivery.MOST) {
                            throw broken("from", tooMany());
                          }
                          return collect(
                              range, partition, Math.max(next + 1, stretch.next()), end, found);
                        }));
  }

  private static List<EventPlaces> places(List<Delivery> events) {
    Map<WorkspaceId, List<Long>> offsets = new LinkedHashMap<>();
    events.forEach(
        event ->
            offsets
                .computeIfAbsent(event.record().workspace(), ignored -> new ArrayList<>())
                .add(event.offset()));
    return offsets.entrySet().stream()
        .map(each -> new EventPlaces(each.getKey(), each.getValue()))
        .toList();
  }

  private static String tooMany() {
    return "must leave at most " + Redelivery.MOST + " events";
  }

  private static ProblemException broken(String field, String rule) {
    return Problem.invalid(List.of(new FieldError(field, rule))).exception();
  }
}
