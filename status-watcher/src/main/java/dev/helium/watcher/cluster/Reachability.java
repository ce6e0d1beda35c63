package dev.helium.watcher.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The state of one connection, as it follows from looking at it again and again.
 *
 * @param since when it was last as it should be, or gave a sign of life
 */
record Reachability(ClusterState state, Instant since) {
  Reachability {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(since, "since");
  }

  static Reachability starting(Instant now) {
    return new Reachability(ClusterState.STARTING, now);
  }

  Reachability after(Look look, Instant now, Duration patience) {
    if (look.connected()) {
      return new Reachability(ClusterState.WATCHED, now);
    }
    // A long list that comes in page by page is no silence.
    Instant heard = look.stirring() ? now : since;
    if (!now.isBefore(heard.plus(patience))) {
      return new Reachability(ClusterState.UNREACHABLE, heard);
    }
    return new Reachability(
        look.listed() ? ClusterState.INTERRUPTED : ClusterState.STARTING, heard);
  }
}
