package dev.helium.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * An event as it stands in the log.
 *
 * @param source the one writer of events of this kind
 * @param sequence counts the events of one workspace by one source from 1, without gaps, across all
 *     lives of the name
 */
public record EventRecord(
    WorkspaceId workspace, Source source, long sequence, Cause cause, Instant time, Event event) {
  public EventRecord {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(event, "event");
    if (sequence < 1) {
      throw new IllegalArgumentException("sequences count from 1");
    }
    if (source != writer(event)) {
      throw new IllegalArgumentException("the event is not one that its source writes");
    }
  }

  private static Source writer(Event event) {
    return switch (event) {
      case Event.LifecycleEvent ignored -> Source.PROVISIONER;
      case Event.ObservationEvent ignored -> Source.STATUS_WATCHER;
    };
  }

  /** The same for every delivery of this event, and for no other event. */
  public String id() {
    return workspace + "/" + source.word() + "/" + sequence;
  }
}
