package dev.helium.watcher.cluster;

import dev.helium.domain.ClusterName;
import dev.helium.domain.WorkspaceId;
import dev.helium.kubernetes.ClusterSource;
import dev.helium.kubernetes.UnusableKubeconfigException;
import dev.helium.watcher.folding.Sight;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One cluster, followed through one connection after another. The next one lists everything beside
 * the present one and takes its place when it is settled, so nothing goes unseen and nothing is
 * shown as it was before. There is a next one when the cluster was out of reach for too long, when
 * it is to be reached in another way, and now and then, in case an event was missed. For the thread
 * of the turns.
 */
final class FollowedCluster {
  private static final Logger LOG = LoggerFactory.getLogger(FollowedCluster.class);

  private final ClusterName name;
  private final Pace pace;
  private final Opener opener;
  private final Consumer<WorkspaceId> changed;
  private final InstantSource clock;
  private ClusterSource source;
  private Optional<ObservedConnection> present = Optional.empty();
  private Optional<ObservedConnection> next = Optional.empty();
  private Reachability unopened;
  private Optional<Instant> lost = Optional.empty();
  private Instant due;
  private String trouble = "";

  /** Of the newest connection that was asked for. */
  private int number;

  private boolean opening;
  private boolean closed;

  FollowedCluster(
      ClusterName name,
      ClusterSource source,
      Pace pace,
      Opener opener,
      Consumer<WorkspaceId> changed,
      InstantSource clock) {
    this.name = name;
    this.source = source;
    this.pace = pace;
    this.opener = opener;
    this.changed = changed;
    this.clock = clock;
    this.unopened = Reachability.starting(clock.instant());
    this.due = pace.nextListing(clock.instant());
  }

  /** Fails when the kubeconfig cannot be used; that the cluster does not answer is no failure. */
  Future<?> begin() {
    return open();
  }

  /** From now on it is to be reached in another way, unless that is the same or cannot be used. */
  void reach(ClusterSource other) {
    if (!source.isSameAs(other)) {
      source = other;
      open();
    }
  }

  /** Looks at the connections; true when something else may be to be seen of the cluster now. */
  boolean look() {
    ClusterState before = state();
    Instant now = clock.instant();
    unopened = unopened.after(Look.NOTHING, now, pace.patience());
    present.ifPresent(connection -> connection.look(now, pace.patience()));
    next.ifPresent(connection -> connection.look(now, pace.patience()));
    boolean replaced = next.isPresent() && consider(next.get());
    switch (reachability().state()) {
      case WATCHED -> lost = lost.filter(since -> !isSettled());
      case STARTING, INTERRUPTED -> {}
      case UNREACHABLE -> lost = lost.or(() -> Optional.of(reachability().since()));
    }
    if (isNextWanted(now)) {
      due = pace.nextListing(now);
      open();
    }
    return tell(before) || replaced;
  }

  /** True when the next connection has taken the place of the present one. */
  private boolean consider(ObservedConnection candidate) {
    boolean failed = candidate.reachability().state() == ClusterState.UNREACHABLE;
    // One that leads elsewhere is what is wanted, however it is.
    boolean elsewhere = present.filter(known -> known.leadsTo(source)).isEmpty();
    if (candidate.isSettled() || (failed && elsewhere)) {
      present
          .filter(known -> !elsewhere)
          .ifPresent(known -> candidate.findings().remember(known.findings()));
      release(present);
      present = next;
      next = Optional.empty();
      return true;
    }
    if (failed) {
      release(next);
      next = Optional.empty();
    }
    return false;
  }

  private boolean isNextWanted(Instant now) {
    if (opening || next.isPresent() || !trouble.isEmpty()) {
      return false;
    }
    return reachability().state() == ClusterState.UNREACHABLE
        ? present.filter(connection -> !connection.isWorthReplacing()).isEmpty()
        : !now.isBefore(due);
  }

  private boolean tell(ClusterState before) {
    ClusterState now = state();
    if (now.shows() == before.shows()) {
      return false;
    }
    LOG.atInfo()
        .addKeyValue("cluster", name)
        .addKeyValue("state", now.word())
        .addKeyValue("objects", size())
        .log("a cluster is connected in another way");
    return true;
  }

  Sight sight(WorkspaceId workspace) {
    return switch (state()) {
      case STARTING -> new Sight.NotYet();
      case WATCHED, INTERRUPTED ->
          present
              .<Sight>map(open -> new Sight.Clear(open.findings().of(workspace)))
              .orElseGet(Sight.NotYet::new);
      case UNREACHABLE -> new Sight.Lost(lost.orElse(reachability().since()));
    };
  }

  ClusterState state() {
    return lost.isPresent() ? ClusterState.UNREACHABLE : reachability().state();
  }

  private boolean isSettled() {
    return present.filter(ObservedConnection::isSettled).isPresent();
  }

  private Reachability reachability() {
    return present.map(ObservedConnection::reachability).orElse(unopened);
  }

  int size() {
    return present.map(open -> open.findings().size()).orElse(0);
  }

  /** Why not every change is seen; empty when it is. Holds no secrets. */
  String trouble() {
    return trouble.isEmpty()
        ? present.map(FollowedCluster::trouble).orElse("not connected yet")
        : trouble;
  }

  private static String trouble(ObservedConnection connection) {
    List<String> kinds = connection.disconnected();
    return kinds.isEmpty() ? "" : "not connected for " + String.join(", ", kinds);
  }

  void close() {
    closed = true;
    release(present);
    release(next);
  }

  private Future<?> open() {
    int asked = ++number;
    opening = true;
    ClusterSource through = source;
    return opener
        .open(() -> Connection.open(through, pace, changed))
        .onSuccess(connection -> opened(asked, through, connection))
        .onFailure(failure -> failed(asked, failure));
  }

  private void opened(int asked, ClusterSource through, Connection connection) {
    if (closed || asked != number) {
      opener.release(connection);
      return;
    }
    opening = false;
    trouble = "";
    Optional<ObservedConnection> opened =
        Optional.of(new ObservedConnection(through, connection, clock.instant()));
    if (present.isEmpty()) {
      present = opened;
    } else {
      release(next);
      next = opened;
    }
  }

  /** What is open stays so: an unusable file is no reason to look away. */
  private void failed(int asked, Throwable failure) {
    if (closed || asked != number) {
      return;
    }
    opening = false;
    trouble =
        "its kubeconfig cannot be used: "
            + (failure instanceof UnusableKubeconfigException known
                ? known.getMessage()
                // Other messages may hold what it says.
                : failure.getClass().getSimpleName());
    LOG.atWarn()
        .addKeyValue("cluster", name)
        .addKeyValue("why", trouble)
        .log("a cluster is not connected anew");
  }

  private void release(Optional<ObservedConnection> connection) {
    connection.map(ObservedConnection::connection).ifPresent(opener::release);
  }
}
