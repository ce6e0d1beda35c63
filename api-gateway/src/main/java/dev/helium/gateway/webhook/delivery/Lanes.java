package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.WorkspaceId;
import dev.helium.domain.webhook.EventPlaces;
import dev.helium.domain.webhook.HeldEvents;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that one webhook is still to be sent. Not safe for threads. */
final class Lanes {
  /** So many workspaces in a row that fail are an outage of the receiver. */
  private static final int OUTAGE = 2;

  private final Map<WorkspaceId, Lane> lanes = new LinkedHashMap<>();
  private final Set<Lane> failedInARow = new LinkedHashSet<>();
  private int count;

  void restore(List<HeldEvents> kept) {
    kept.forEach(
        held -> {
          lanes.put(held.places().workspace(), Lane.of(held));
          count += held.places().offsets().size();
        });
  }

  List<HeldEvents> kept() {
    return lanes.values().stream().map(Lane::kept).toList();
  }

  /** How many events they hold. */
  int size() {
    return count;
  }

  void add(WorkspaceId workspace, long offset, Instant since, Instant now) {
    lanes.computeIfAbsent(workspace, id -> new Lane(id, now)).add(offset, since);
    count++;
  }

  /** Those that are not held already come after those that are. */
  void addAgain(EventPlaces places, Instant now) {
    Lane lane = lanes.get(places.workspace());
    for (long offset : places.offsets()) {
      if (lane == null || !lane.has(offset)) {
        add(places.workspace(), offset, now, now);
      }
    }
  }

  /** The one that has waited longest for its turn, and whose time has come. */
  Optional<Lane> ready(Instant now) {
    return lanes.values().stream()
        .filter(lane -> !lane.isOnItsWay() && !lane.dueAt().isAfter(now))
        .findFirst();
  }

  /** When the next one's time comes that is not on its way. */
  Optional<Instant> nextDue() {
    return lanes.values().stream()
        .filter(lane -> !lane.isOnItsWay())
        .map(Lane::dueAt)
        .min(Comparator.naturalOrder());
  }

  /** Since when the oldest event waits. */
  Optional<Instant> oldest() {
    return lanes.values().stream().map(Lane::since).min(Comparator.naturalOrder());
  }

  /** Whether nothing got through since something failed. */
  boolean isFailing() {
    return !failedInARow.isEmpty();
  }

  /** Notes that the first of a lane did not get through, and gives the others their turn. */
  void failed(Lane lane) {
    lane.failed();
    failedInARow.add(lane);
    toTheEnd(lane);
  }

  /**
   * Notes that the first of a lane got through. When that ends an outage, nobody need wait for the
   * end of a long pause any more.
   */
  void delivered(Lane lane, Instant now) {
    if (failedInARow.size() >= OUTAGE) {
      failedInARow.forEach(failed -> failed.hurry(now));
    }
    failedInARow.clear();
    drop(lane, now);
  }

  /** The first of a lane is not to be sent any more. */
  void drop(Lane lane, Instant now) {
    lane.drop(now);
    count--;
    toTheEnd(lane);
  }

  /**
   * All are tried at once, as if none had failed.
   *
   * @param exhausted failures from which on an event is given up on; none when there are as many as
   *     an integer can say
   */
  void anew(int exhausted, Instant now) {
    failedInARow.clear();
    for (Lane lane : List.copyOf(lanes.values())) {
      if (lane.failures() >= exhausted) {
        drop(lane, now);
      } else {
        lane.anew(now);
      }
    }
  }

  private void toTheEnd(Lane lane) {
    lanes.remove(lane.workspace());
    if (lane.size() > 0) {
      lanes.put(lane.workspace(), lane);
    }
  }
}
