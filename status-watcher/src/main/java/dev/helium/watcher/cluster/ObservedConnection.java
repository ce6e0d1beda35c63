package dev.helium.watcher.cluster;

import dev.helium.kubernetes.ClusterSource;
import dev.helium.watcher.folding.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A connection and how it has been. For the thread of the turns. */
final class ObservedConnection {
  private final ClusterSource source;
  private final Connection connection;
  private Reachability reachability;
  private Look look = Look.NOTHING;
  private boolean settled;

  ObservedConnection(ClusterSource source, Connection connection, Instant now) {
    this.source = source;
    this.connection = connection;
    this.reachability = Reachability.starting(now);
  }

  void look(Instant now, Duration patience) {
    settled = look.connected();
    look = connection.look();
    settled &= look.connected();
    reachability = reachability.after(look, now, patience);
  }

  /**
   * True when it shows no less than another one does: it is connected, and has had the time between
   * two looks to hear what happened while it was being connected.
   */
  boolean isSettled() {
    return settled;
  }

  /** Whether another one may see more: not for one kind that this process may not see. */
  boolean isWorthReplacing() {
    return look.listed() || !look.answering();
  }

  boolean leadsTo(ClusterSource other) {
    return source.isSameAs(other);
  }

  Connection connection() {
    return connection;
  }

  Findings findings() {
    return connection.findings();
  }

  Reachability reachability() {
    return reachability;
  }

  List<String> disconnected() {
    return connection.disconnected();
  }
}
