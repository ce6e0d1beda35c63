package dev.helium.gateway.history;

import dev.helium.domain.Event;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.workspaces.CaughtUp;
import dev.helium.gateway.workspaces.PathId;
import dev.helium.gateway.workspaces.Refusals;
import dev.helium.log.Delivery;
import dev.helium.log.EventArchive;
import dev.helium.log.LogUnavailableException;
import dev.helium.view.Tenant;
import dev.helium.view.WorkspaceViews;
import dev.helium.wire.Snapshot;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events of workspaces by number; every failure to read them is a problem. */
public final class History {
  /** Events that are read in one go. */
  static final int PAGE = 500;

  private static final Logger LOG = LoggerFactory.getLogger(History.class);
  private static final int RETRY_SECONDS = 5;

  private final WorkspaceViews views;
  private final EventArchive archive;
  private final CaughtUp caughtUp;

  public History(WorkspaceViews views, EventArchive archive, CaughtUp caughtUp) {
    this.views = views;
    this.archive = archive;
    this.caughtUp = caughtUp;
  }

  /** What is known of the name that a path holds, now or after its last life. */
  Future<Snapshot> find(RoutingContext context) {
    caughtUp.require();
    WorkspaceId id = PathId.of(context);
    return views.snapshot(id).map(found -> found.orElseThrow(() -> Refusals.unknown().exception()));
  }

  /** Who lives in the cluster that a workspace made. */
  Future<List<Tenant>> tenants(WorkspaceId cluster) {
    return views.tenants(cluster);
  }

  /**
   * The events above a number, at most so many; those whose places are not known any more, or that
   * cannot be read, are left out.
   */
  Future<List<NumberedEvent>> read(Snapshot snapshot, long after, int most) {
    List<Long> offsets = snapshot.offsets().after(after, most);
    long first = Math.max(after, snapshot.offsets().dropped()) + 1;
    return archive
        .read(snapshot.view().workspace().id(), offsets)
        .map(deliveries -> numbered(deliveries, offsets, first))
        .recover(History::unavailable);
  }

  /** The newest events, back to where the last life began or as far as they can be read. */
  Future<List<NumberedEvent>> newest(Snapshot snapshot) {
    return newest(snapshot, snapshot.offsets().count(), List.of());
  }

  private Future<List<NumberedEvent>> newest(
      Snapshot snapshot, long last, List<NumberedEvent> later) {
    long after = Math.max(snapshot.offsets().dropped(), last - PAGE);
    return read(snapshot, after, (int) (last - after))
        .compose(
            page -> {
              List<NumberedEvent> events = new ArrayList<>(page);
              events.addAll(later);
              return after <= snapshot.offsets().dropped()
                      || page.stream().anyMatch(History::begins)
                  ? Future.succeededFuture(events)
                  : newest(snapshot, after, events);
            });
  }

  private static boolean begins(NumberedEvent event) {
    return event.record().event() instanceof Event.Created;
  }

  private static List<NumberedEvent> numbered(
      List<Delivery> deliveries, List<Long> offsets, long first) {
    List<NumberedEvent> events = new ArrayList<>(deliveries.size());
    int place = 0;
    for (Delivery delivery : deliveries) {
      while (offsets.get(place) < delivery.offset()) {
        place++;
      }
      events.add(new NumberedEvent(first + place, delivery.record(), delivery.stamp().trace()));
    }
    return events;
  }

  private static <T> Future<T> unavailable(Throwable failure) {
    if (failure instanceof LogUnavailableException) {
      LOG.atWarn().setCause(failure).log("events could not be read from the log");
      return Future.failedFuture(
          Problem.unavailable("The log cannot be read.", RETRY_SECONDS).exception());
    }
    return Future.failedFuture(failure);
  }
}
