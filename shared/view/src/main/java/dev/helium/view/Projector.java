package dev.helium.view;

import dev.helium.domain.EventRecord;
import dev.helium.wire.EventEnvelope;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Folds the events of the log into the view, each at least once and with the effect of once, also
 * when several projectors do so at the same time.
 *
 * <p>Events that come while others are being folded are folded together next, so that a replay is
 * quick and a lone event is not delayed.
 */
public final class Projector {
  /** Events that may wait, and that are folded together at most. */
  static final int BATCH = 2_000;

  private final Context context;
  private final Folding folding;
  private final Map<Integer, Long> from;
  private final Promise<Void> ended = Promise.promise();
  private final List<ProjectedEvent> queue = new ArrayList<>();
  private final List<Promise<Void>> settling = new ArrayList<>();
  private Promise<Void> room = Promise.promise();
  private boolean folds;
  private boolean caughtUp;
  private boolean closed;

  /**
   * @param context whose workers fold, and where the results are told
   */
  Projector(Context context, Folding folding, Map<Integer, Long> from) {
    this.context = context;
    this.folding = folding;
    this.from = Map.copyOf(from);
  }

  /** The offsets to read from, by partition; one that is missing is read from its beginning. */
  public Map<Integer, Long> from() {
    return from;
  }

  /**
   * Takes the next event of a partition; the one after it may come when this has completed, which
   * says that there is room for it. Fails once the projector has ended.
   *
   * <p>Until the log is {@linkplain #caughtUp() caught up} with, events show when many have come or
   * when that is {@linkplain #settled() asked for}; afterwards at once.
   */
  public Future<Void> project(EventRecord record, int partition, long offset) {
    return project(new ProjectedEvent.Read(record, partition, offset));
  }

  /**
   * Takes the next event of a partition when it cannot be read; otherwise as {@link #project}. It
   * counts, and what it says does not show.
   */
  public Future<Void> passOver(EventEnvelope unreadable, int partition, long offset) {
    return project(new ProjectedEvent.PassedOver(unreadable, partition, offset));
  }

  private Future<Void> project(ProjectedEvent event) {
    Future<Void> accepted;
    synchronized (this) {
      if (closed) {
        return ended.future();
      }
      queue.add(event);
      accepted = queue.size() < BATCH ? Future.succeededFuture() : room.future();
    }
    foldWhatIsDue();
    return accepted;
  }

  /** Completes when the view shows every event taken so far. */
  public Future<Void> settled() {
    Promise<Void> all = Promise.promise();
    synchronized (this) {
      if (closed) {
        return ended.future();
      }
      settling.add(all);
    }
    foldWhatIsDue();
    return all.future();
  }

  /** Says that all that was in the log at the start has been folded in. */
  public void caughtUp() {
    synchronized (this) {
      caughtUp = true;
    }
    // What was held for the way is let go, also when no further event comes.
    settled();
  }

  /**
   * Fails when the view cannot be kept any more: with a {@link GapException} when events are
   * missing from it although they are said to be there. Where the log is read from its beginning,
   * or from a snapshot on, it is believed instead, until it is {@linkplain #caughtUp() caught up}
   * with.
   */
  public Future<Void> ended() {
    return ended.future();
  }

  private void foldWhatIsDue() {
    nextRound().ifPresent(this::fold);
  }

  /** While there are many to come a few events wait for more: each round has its price. */
  private synchronized Optional<Round> nextRound() {
    int fewest = caughtUp ? 1 : BATCH / 2;
    if (folds || closed || (settling.isEmpty() && queue.size() < fewest)) {
      return Optional.empty();
    }
    Round round = new Round(List.copyOf(queue), List.copyOf(settling), room, caughtUp);
    folds = true;
    queue.clear();
    settling.clear();
    room = Promise.promise();
    return Optional.of(round);
  }

  private void fold(Round round) {
    round.taken().complete();
    context
        .<Void>executeBlocking(
            () -> {
              folding.take(round.events(), round.live(), !round.settling().isEmpty());
              return null;
            },
            false)
        .onSuccess(ignored -> folded(round))
        .onFailure(cause -> end(round, cause));
  }

  private void folded(Round round) {
    synchronized (this) {
      folds = false;
    }
    round.settling().forEach(Promise::complete);
    foldWhatIsDue();
  }

  private void end(Round round, Throwable cause) {
    List<Promise<Void>> disappointed = new ArrayList<>(round.settling());
    synchronized (this) {
      closed = true;
      queue.clear();
      disappointed.addAll(settling);
      disappointed.add(room);
      disappointed.add(ended);
    }
    disappointed.forEach(promise -> promise.fail(cause));
  }

  private record Round(
      List<ProjectedEvent> events,
      List<Promise<Void>> settling,
      Promise<Void> taken,
      boolean live) {}
}
