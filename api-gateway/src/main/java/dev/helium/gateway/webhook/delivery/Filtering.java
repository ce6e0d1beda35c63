package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.webhook.EventFilter;
import dev.helium.gateway.recent.Beside;
import dev.helium.gateway.recent.Besides;
import dev.helium.gateway.recent.ToldEvent;
import dev.helium.log.Delivery;
import dev.helium.wire.EventCodec;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Finds the events that a filter lets pass. */
public final class Filtering {
  private final Besides besides;

  Filtering(Besides besides) {
    this.besides = besides;
  }

  /** Whether a filter lets an event pass of which all is known. */
  static boolean matches(EventFilter filter, ToldEvent event) {
    return filter.mayMatch(event.workspace(), event.type()) && matches(filter, event.beside());
  }

  /** Of events that the view shows, in their order; fails when the log does not answer. */
  public Future<List<Delivery>> matching(EventFilter filter, List<Delivery> events) {
    List<Delivery> possible = events.stream().filter(event -> mayMatch(filter, event)).toList();
    if (!filter.asksForLife() || possible.isEmpty()) {
      return Future.succeededFuture(possible);
    }
    List<Delivery> matching = new ArrayList<>();
    Future<Void> looked = Future.succeededFuture();
    for (Delivery event : possible) {
      looked =
          looked
              .compose(ignored -> besides.of(event, filter.asksForLabels()))
              .map(
                  beside -> {
                    if (matches(filter, beside)) {
                      matching.add(event);
                    }
                    return null;
                  });
    }
    return looked.map(ignored -> matching);
  }

  private static boolean matches(EventFilter filter, Beside beside) {
    return filter.matchesLife(beside.owner(), beside.backend(), beside.labels());
  }

  private static boolean mayMatch(EventFilter filter, Delivery event) {
    return filter.mayMatch(
        event.record().workspace().value(), EventCodec.type(event.record().event()));
  }
}
