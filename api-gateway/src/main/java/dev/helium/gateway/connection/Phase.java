package dev.helium.gateway.connection;

import dev.helium.gateway.http.Sheds.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * What a connection is in the middle of, and since when. Requests may come before those ahead of
 * them are answered. Instants are in nanoseconds of one monotonic clock.
 */
final class Phase {
  private enum Arriving {
    NOTHING,
    HEAD,
    BODY
  }

  private Arriving arriving = Arriving.NOTHING;
  private int unanswered;
  private long since;
  private int message;
  private long taken;
  private boolean waitsForReader;
  private long untakenSince;

  /** A new connection. */
  Phase(long now) {
    this.since = now;
  }

  /** Bytes came, of whatever kind. */
  void bytes(long now) {
    if (arriving == Arriving.NOTHING) {
      arriving = Arriving.HEAD;
      since = now;
    }
  }

  /** The head of a request is there. */
  void head() {
    arriving = Arriving.BODY;
    unanswered++;
  }

  /** A request is there, with its body. */
  void requestEnded(long now) {
    arriving = Arriving.NOTHING;
    since = now;
  }

  /** An answer is written, whether or not it is taken. */
  void answered(long now) {
    unanswered--;
    since = now;
  }

  /**
   * What lies ready to be taken by the client.
   *
   * @param oldest identifies what has to be taken next; 0 when there is nothing
   * @param progress bytes of it that were taken
   */
  void output(int oldest, long progress, long now) {
    if (oldest == 0) {
      waitsForReader = false;
    } else if (!waitsForReader || oldest != message || progress != taken) {
      waitsForReader = true;
      message = oldest;
      taken = progress;
      untakenSince = now;
    }
  }

  /** Why it has to end, when it has to. */
  Optional<Reason> overdue(ConnectionLimits limits, long now) {
    if (waitsForReader) {
      return isPast(limits.stall(), untakenSince, now)
          ? Optional.of(Reason.STALLED)
          : Optional.empty();
    }
    if (unanswered > 0) {
      // A body has its own time, where it is read.
      return Optional.empty();
    }
    return switch (arriving) {
      case NOTHING ->
          isPast(limits.idle(), since, now) ? Optional.of(Reason.IDLE) : Optional.empty();
      case HEAD -> isPast(limits.head(), since, now) ? Optional.of(Reason.HEAD) : Optional.empty();
      // It has its answer, and nobody waits for the rest of it.
      case BODY -> isPast(limits.head(), since, now) ? Optional.of(Reason.BODY) : Optional.empty();
    };
  }

  private static boolean isPast(Duration limit, long since, long now) {
    return now - since > limit.toNanos();
  }
}
