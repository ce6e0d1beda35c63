package dev.helium.view;

import dev.helium.domain.EventRecord;
import io.vertx.core.Future;
import java.util.Map;

/**
 * Folds the events of the log into the view, each at least once and with the effect of once, also
 * when several projectors do so at the same time.
 *
 * <p>The view is written first, then the decision, then the offset: who sees a decision sees its
 * consequence in the view, and a projector that dies in between repeats and skips nothing.
 */
public final class Projector {
  private final WorkspaceViews views;
  private final Decisions decisions;
  private final Offsets offsets;
  private final Map<Integer, Long> from;

  Projector(WorkspaceViews views, Decisions decisions, Offsets offsets, Map<Integer, Long> from) {
    this.views = views;
    this.decisions = decisions;
    this.offsets = offsets;
    this.from = Map.copyOf(from);
  }

  /** The offsets to read from, by partition; one that is missing is read from its beginning. */
  public Map<Integer, Long> from() {
    return from;
  }

  /**
   * Takes the next event of a partition; the one after it may come when this has completed.
   *
   * <p>Fails with a {@link GapException} when events before it are missing from the view although
   * they are said to be there. In a partition that is read from its beginning the log is believed.
   */
  public Future<Void> project(EventRecord record, int partition, long offset) {
    return views
        .fold(record, !from.containsKey(partition))
        .compose(
            outcome ->
                outcome == FoldOutcome.GAP
                    ? Future.failedFuture(new GapException(record))
                    : decisions.keep(record))
        .compose(ignored -> offsets.advance(partition, offset + 1));
  }
}
