package dev.helium.domain;

import dev.helium.domain.Event.ObservationEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What can be said about a workspace: what was decided and what is seen, folded from every event.
 *
 * @param readiness as last seen in this life
 * @param everReady whether it has been seen ready in this life
 * @param addresses where it can be reached, by {@code Kind/name}; none after its end
 * @param connections every way in that is seen, in their order; none after its end
 * @param observed the sequence of the newest observation folded in; 0 before the first
 * @param changedAt when the newest event happened
 * @param timeline how far it has come, and when
 */
public record WorkspaceView(
    Workspace workspace,
    Readiness readiness,
    boolean everReady,
    Map<String, String> addresses,
    List<Connection> connections,
    long observed,
    Instant changedAt,
    Timeline timeline) {
  public WorkspaceView {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(readiness, "readiness");
    addresses = Map.copyOf(addresses);
    connections = List.copyOf(connections);
    Objects.requireNonNull(changedAt, "changedAt");
    Objects.requireNonNull(timeline, "timeline");
  }

  public static WorkspaceView absent(WorkspaceId id) {
    return new WorkspaceView(
        Workspace.absent(id),
        new Readiness.Unknown(),
        false,
        Map.of(),
        List.of(),
        0,
        Instant.EPOCH,
        Timeline.NONE);
  }

  public Status status() {
    return Status.of(workspace.lifecycle(), readiness, everReady);
  }

  /** True when the event is already part of this view. */
  public boolean includes(EventRecord record) {
    return includes(record.source(), record.sequence());
  }

  /** True when the event of that number is already part of this view, or was passed over. */
  public boolean includes(Source source, long sequence) {
    return switch (source) {
      case PROVISIONER -> sequence <= workspace.sequence();
      case STATUS_WATCHER -> sequence <= observed;
    };
  }

  /**
   * The view after an event that cannot be read: as it was, but for the number, which is taken. A
   * number that is not the next one of its source changes nothing.
   */
  public WorkspaceView passOver(Source source, long sequence) {
    return switch (source) {
      case PROVISIONER ->
          sequence == workspace.sequence() + 1
              ? new WorkspaceView(
                  workspace.passOver(sequence),
                  readiness,
                  everReady,
                  addresses,
                  connections,
                  observed,
                  changedAt,
                  timeline)
              : this;
      case STATUS_WATCHER ->
          sequence == observed + 1
              ? new WorkspaceView(
                  workspace,
                  readiness,
                  everReady,
                  addresses,
                  connections,
                  sequence,
                  changedAt,
                  timeline)
              : this;
    };
  }

  public WorkspaceView apply(EventRecord record) {
    if (includes(record)) {
      return this;
    }
    return switch (record.event()) {
      case Event.Created created ->
          new WorkspaceView(
              workspace.apply(record),
              new Readiness.Unknown(),
              false,
              Map.of(),
              List.of(),
              observed,
              record.time(),
              timeline.after(created, record.time(), readiness));
      case Event.Deleted deleted ->
          new WorkspaceView(
              workspace.apply(record),
              readiness,
              everReady,
              Map.of(),
              List.of(),
              observed,
              record.time(),
              timeline.after(deleted, record.time(), readiness));
      case Event.LifecycleEvent event ->
          new WorkspaceView(
              workspace.apply(record),
              readiness,
              everReady,
              addresses,
              connections,
              observed,
              record.time(),
              timeline.after(event, record.time(), readiness));
      case ObservationEvent observation -> observing(observation, record);
    };
  }

  private WorkspaceView observing(ObservationEvent observation, EventRecord record) {
    if (observation.incarnation() != workspace.incarnation()) {
      return new WorkspaceView(
          workspace,
          readiness,
          everReady,
          addresses,
          connections,
          record.sequence(),
          changedAt,
          timeline);
    }
    return switch (observation) {
      case Event.ReadinessChanged seen ->
          new WorkspaceView(
              workspace,
              seen.readiness(),
              everReady || seen.readiness() instanceof Readiness.Ready,
              addresses,
              connections,
              record.sequence(),
              record.time(),
              timeline.seeing(seen, record.time()));
      case Event.ConnectionChanged(int ignored, var seen, var ways) ->
          new WorkspaceView(
              workspace,
              readiness,
              everReady,
              seen,
              ways,
              record.sequence(),
              record.time(),
              timeline);
    };
  }
}
