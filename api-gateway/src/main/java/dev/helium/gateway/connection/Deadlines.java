package dev.helium.gateway.connection;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.http.RawAnswer;
import dev.helium.gateway.http.Sheds;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** Ends the connections of one event loop that take too long; looks at all of them each second. */
final class Deadlines {
  private static final long INTERVAL_MILLISECONDS = 1_000;

  private final ConnectionLimits limits;
  private final Sheds sheds;
  private final LongSupplier clock;
  private final Set<Watched> watched = new HashSet<>();

  Deadlines(ConnectionLimits limits, Sheds sheds, LongSupplier clock) {
    this.limits = limits;
    this.sheds = sheds;
    this.clock = clock;
  }

  /** Begins, on the event loop that it is called on and for as long as that lives. */
  void start(Vertx vertx) {
    vertx.setPeriodic(INTERVAL_MILLISECONDS, ignored -> look());
  }

  /**
   * Watches a new connection of this event loop.
   *
   * @param decoder the name of the decoder in its pipeline
   * @param last the name of the handler behind all codecs
   */
  void watch(ChannelPipeline pipeline, String decoder, String last) {
    Phase phase = new Phase(clock.getAsLong());
    Arrivals arrivals = new Arrivals(phase, clock);
    pipeline.addBefore(decoder, "helium-arrivals", arrivals);
    pipeline.addBefore(last, "helium-requests", new Requests(phase, sheds, clock));
    Watched connection = new Watched(phase, arrivals);
    watched.add(connection);
    pipeline.channel().closeFuture().addListener(ignored -> watched.remove(connection));
  }

  private void look() {
    long now = clock.getAsLong();
    List<Runnable> ends = new ArrayList<>();
    for (Watched connection : watched) {
      connection.arrivals().lookAtOutput(now);
      connection
          .phase()
          .overdue(limits, now)
          .ifPresent(reason -> ends.add(() -> end(connection, reason)));
    }
    // Afterwards, as one that ends is no longer watched.
    ends.forEach(Runnable::run);
  }

  private void end(Watched connection, Sheds.Reason reason) {
    sheds.count(reason);
    if (reason == Sheds.Reason.HEAD) {
      connection
          .arrivals()
          .endWith(
              RawAnswer.of(
                  Problem.of(
                      ProblemKind.TOO_SLOW,
                      "A request has to arrive within "
                          + limits.head().toSeconds()
                          + " seconds, but for its body.")));
    } else {
      connection.arrivals().end();
    }
  }

  private record Watched(Phase phase, Arrivals arrivals) {}
}
