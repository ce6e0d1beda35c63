package dev.helium.gateway.recent;

import dev.helium.domain.Event;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.history.EventJson;
import dev.helium.log.Delivery;
import dev.helium.log.EventArchive;
import dev.helium.log.LogUnavailableException;
import dev.helium.view.WorkspaceViews;
import dev.helium.wire.EventOffsets;
import dev.helium.wire.Snapshot;
import io.vertx.core.Future;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Finds out what stands beside an event anywhere in the log, from the view, and where that does not
 * say it from the events of the name themselves. Safe for any thread.
 */
public final class Besides {
  /** Names whose lives are remembered. */
  private static final int MOST_LIVES = 10_000;

  private static final int PAGE = 500;

  private final WorkspaceViews views;
  private final EventArchive archive;
  private final BooleanSupplier caughtUp;
  private final Map<WorkspaceId, Lives> lives =
      Collections.synchronizedMap(new NewestNames<>(MOST_LIVES));

  /**
   * @param caughtUp whether the view is whole
   */
  public Besides(WorkspaceViews views, EventArchive archive, BooleanSupplier caughtUp) {
    this.views = views;
    this.archive = archive;
    this.caughtUp = caughtUp;
  }

  /**
   * Of an event that the view shows. Fails with a {@link LogUnavailableException} when view or log
   * do not answer.
   *
   * @param labels whether they matter; finding them out may take reading the log
   */
  public Future<Beside> of(Delivery delivery, boolean labels) {
    Event event = delivery.record().event();
    return snapshot(delivery.record().workspace())
        .compose(
            snapshot ->
                switch (event) {
                  case Event.Created birth ->
                      Future.succeededFuture(Beside.of(birth, number(snapshot, delivery.offset())));
                  // Its labels stand in it.
                  case Event.Updated updated ->
                      of(snapshot, delivery.offset(), true, false).map(life -> life.after(updated));
                  case Event other -> of(snapshot, delivery.offset(), isOfALife(other), labels);
                });
  }

  /** Of a record that would be an event of a workspace. */
  Future<Beside> of(WorkspaceId id, long offset, boolean labels) {
    return snapshot(id).compose(snapshot -> of(snapshot, offset, false, labels));
  }

  private Future<Beside> of(Snapshot snapshot, long offset, boolean ofALife, boolean labels) {
    long number = number(snapshot, offset);
    return life(snapshot, offset, number, ofALife, labels).map(beside -> beside.numbered(number));
  }

  private Future<Snapshot> snapshot(WorkspaceId id) {
    if (!caughtUp.getAsBoolean()) {
      return Future.failedFuture(new LogUnavailableException("the view is not whole"));
    }
    return views.snapshot(id).map(found -> found.orElseGet(() -> Snapshot.absent(id)));
  }

  private static long number(Snapshot snapshot, long offset) {
    return snapshot.offsets().number(offset).orElse(EventJson.UNNUMBERED);
  }

  /** All others say by themselves that there was a life before them. */
  private static boolean isOfALife(Event event) {
    return !(event instanceof Event.Refused || event instanceof Event.Unchanged);
  }

  private Future<Beside> life(
      Snapshot snapshot, long offset, long number, boolean ofALife, boolean labels) {
    PresentLife present = new PresentLife(snapshot.view().workspace());
    return present
        .beside(number == snapshot.events(), ofALife, labels)
        .map(Future::succeededFuture)
        .orElseGet(
            () ->
                lives(snapshot, offset)
                    .map(found -> found.at(offset).orElseGet(() -> present.atLeast(ofALife))));
  }

  private Future<Lives> lives(Snapshot snapshot, long offset) {
    WorkspaceId id = snapshot.view().workspace().id();
    Lives known = lives.getOrDefault(id, Lives.NONE);
    if (known.cover(offset)) {
      return Future.succeededFuture(known);
    }
    EventOffsets offsets = snapshot.offsets();
    return goOn(id, offsets, offsets.number(known.upTo()).orElse(offsets.dropped()), known)
        .onSuccess(read -> lives.put(id, read));
  }

  private Future<Lives> goOn(WorkspaceId id, EventOffsets offsets, long after, Lives known) {
    List<Long> page = offsets.after(after, PAGE);
    return page.isEmpty()
        ? Future.succeededFuture(known)
        : archive
            .read(id, page)
            .compose(
                events ->
                    goOn(id, offsets, after + page.size(), known.with(events, page.getLast())));
  }
}
