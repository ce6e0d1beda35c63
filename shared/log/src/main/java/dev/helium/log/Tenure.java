package dev.helium.log;

import dev.helium.domain.EventRecord;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;

/**
 * The right to append to a partition of the events, for as long as a group leaves it to this
 * process without a break. For callers that hand over events one by one and do not block.
 *
 * <p>After any failure it takes nothing more: what became of the last events is known only to who
 * takes the partition again and reads what is there.
 */
public final class Tenure {
  private final int partition;
  private final long number;
  private final GroupShares shares;
  private final Gathering gathering;
  private volatile boolean closed;

  Tenure(int partition, long number, GroupShares shares, Gathering gathering) {
    this.partition = partition;
    this.number = number;
    this.shares = shares;
    this.gathering = gathering;
  }

  int partition() {
    return partition;
  }

  /**
   * Completes when the event is safely in the log, behind all that was handed over before. Fails
   * when there is no knowing, and at once when nothing is taken any more.
   */
  public Future<Void> append(EventRecord event) {
    return append(event, TraceParent.NONE);
  }

  /** The same for an event that is part of a trace. */
  public Future<Void> append(EventRecord event, TraceParent trace) {
    if (isOver()) {
      return Future.failedFuture(new LogUnavailableException("the log takes no more events"));
    }
    return gathering.append(this, event, trace).onFailure(ignored -> closed = true);
  }

  /** True when nothing can be appended here any more. */
  public boolean isOver() {
    return gathering.isOver() || !holdsIn(shares.now());
  }

  /** Takes nothing more; what waits and is not under way fails. */
  public void close() {
    closed = true;
  }

  /** Whether its events may be written under a share. */
  boolean holdsIn(GroupShare share) {
    return !closed && share.holds(partition, number);
  }
}
