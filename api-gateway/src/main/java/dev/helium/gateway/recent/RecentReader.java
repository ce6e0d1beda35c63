package dev.helium.gateway.recent;

import dev.helium.log.EventEntry;
import dev.helium.log.EventFollower;
import dev.helium.log.LogSettings;
import dev.helium.service.Health;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * Keeps each event as soon as the view shows it. An interruption makes it go on where it was.
 *
 * <p>The labels of what was there at its start are not found out: that would take reading the
 * history of every name.
 */
final class RecentReader {
  private final EventFollower follower;
  private final RecentEvents recent;
  private final Position present;
  private final Shown shown;
  private final Following following;
  private final IntConsumer more;
  private final Telling telling = new Telling();

  /**
   * @param present where the log ends at the start
   * @param more told of each partition that has another event
   */
  RecentReader(
      Vertx vertx,
      LogSettings log,
      Health health,
      RecentEvents recent,
      Position present,
      Shown shown,
      Besides besides,
      IntConsumer more) {
    this.recent = recent;
    this.present = present;
    this.shown = shown;
    this.following = new Following(besides);
    this.more = more;
    this.follower =
        new EventFollower(
                vertx,
                log,
                this::take,
                this::take,
                () -> health.ready(RecentFeed.CHECK),
                why -> health.notReady(RecentFeed.CHECK, why))
            .from(recent.newest().position().offsets());
  }

  /** Completes when all that was there is kept, as far as there is room. */
  Future<Void> start() {
    return follower.start();
  }

  /** Events of the log that are not kept. From any thread. */
  long lag() {
    return follower.lag();
  }

  /** How long something has waited here without progress. From any thread. */
  Duration standstill() {
    return follower.standstill();
  }

  Future<Void> close() {
    Future<Void> closed = follower.close();
    shown.end();
    return closed;
  }

  private Future<Void> take(EventEntry entry) {
    if (entry.offset() < recent.newest().position().next(entry.partition())) {
      // It came before an interruption too.
      return Future.succeededFuture();
    }
    boolean isNew = entry.offset() >= present.next(entry.partition());
    return shown
        .shows(entry.partition(), entry.offset())
        .compose(ignored -> following.of(entry, isNew))
        .onSuccess(
            beside -> {
              recent.append(telling.of(entry, beside));
              more.accept(entry.partition());
            })
        .mapEmpty();
  }
}
