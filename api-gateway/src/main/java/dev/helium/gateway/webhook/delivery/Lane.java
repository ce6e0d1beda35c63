package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.WorkspaceId;
import dev.helium.domain.webhook.EventPlaces;
import dev.helium.domain.webhook.HeldEvents;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The events of one workspace that one webhook is still to be sent, one after the other. Not safe
 * for threads.
 */
final class Lane {
  private final WorkspaceId workspace;
  private final Deque<Place> places = new ArrayDeque<>();
  private int failures;
  private Instant dueAt;
  private boolean onItsWay;
  private boolean hurried;

  /** Where an event stands, and since when it waits. */
  private record Place(long offset, Instant since) {}

  Lane(WorkspaceId workspace, Instant now) {
    this.workspace = workspace;
    this.dueAt = now;
  }

  static Lane of(HeldEvents kept) {
    Lane lane = new Lane(kept.places().workspace(), kept.dueAt());
    kept.places().offsets().forEach(offset -> lane.add(offset, kept.since()));
    lane.failures = kept.failures();
    return lane;
  }

  HeldEvents kept() {
    return new HeldEvents(
        new EventPlaces(workspace, places.stream().map(Place::offset).toList()),
        failures,
        dueAt,
        since());
  }

  WorkspaceId workspace() {
    return workspace;
  }

  boolean has(long offset) {
    return places.stream().anyMatch(place -> place.offset() == offset);
  }

  void add(long offset, Instant since) {
    places.add(new Place(offset, since));
  }

  int size() {
    return places.size();
  }

  long first() {
    return places.getFirst().offset();
  }

  /** Since when the first of them waits. */
  Instant since() {
    return places.getFirst().since();
  }

  /** The first is done with, one way or the other. */
  void drop(Instant now) {
    places.removeFirst();
    anew(now);
  }

  /** The first is tried as if it had never failed. */
  void anew(Instant now) {
    failures = 0;
    dueAt = now;
    hurried = false;
  }

  int failures() {
    return failures;
  }

  void failed() {
    failures++;
  }

  Instant dueAt() {
    return dueAt;
  }

  void dueAt(Instant instant) {
    dueAt = instant;
  }

  boolean isOnItsWay() {
    return onItsWay;
  }

  void onItsWay(boolean now) {
    onItsWay = now;
  }

  /** Tried at once, but only once for each event: what made it fail may be its own. */
  void hurry(Instant now) {
    if (!hurried && dueAt.isAfter(now)) {
      hurried = true;
      dueAt = now;
    }
  }
}
