package dev.helium.deletion.recurring;

import dev.helium.deletion.recurring.Generation.Standing;
import dev.helium.domain.Cause;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.WorkspaceId;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the log says of the workspaces of one recurrence. For one thread only. */
final class Generations {
  /** Instants that are remembered after their workspaces: to know which one was the last. */
  private static final int MOST_REMEMBERED = 1_000;

  private final Recurrence recurrence;
  private final Map<String, Long> read = new LinkedHashMap<>();
  private final TreeMap<LocalDateTime, Generation> known = new TreeMap<>();
  private final TreeSet<LocalDateTime> made = new TreeSet<>();

  Generations(Recurrence recurrence) {
    this.recurrence = recurrence;
  }

  Recurrence recurrence() {
    return recurrence;
  }

  /** Takes in an event; returns whether anything changed by it. */
  boolean learn(EventRecord record) {
    Optional<LocalDateTime> due = recurrence.due(record.workspace());
    if (due.isEmpty() || isKnown(record)) {
      return false;
    }
    Generation before = known.get(due.get());
    Optional<Generation> after = after(before, due.get(), record);
    if (after.isPresent()) {
      known.put(due.get(), after.get());
    } else {
      known.remove(due.get());
    }
    return !after.equals(Optional.ofNullable(before));
  }

  /** Events can be handed over again. */
  private boolean isKnown(EventRecord record) {
    String writer = record.workspace() + "/" + record.source();
    if (record.sequence() <= read.getOrDefault(writer, 0L)) {
      return true;
    }
    read.put(writer, record.sequence());
    if (read.size() > 2 * MOST_REMEMBERED) {
      read.remove(read.keySet().iterator().next());
    }
    return false;
  }

  /** Notes that one is asked for. */
  void ask(LocalDateTime due) {
    made.add(due);
    if (made.size() > MOST_REMEMBERED) {
      made.removeFirst();
    }
  }

  /** The last instant up to then for which one was asked for. */
  Optional<LocalDateTime> latest(LocalDateTime until) {
    return Optional.ofNullable(made.floor(until));
  }

  /** The newest of all, whatever became of it. */
  Optional<Generation> newest() {
    return Optional.ofNullable(known.lastEntry()).map(Map.Entry::getValue);
  }

  /** What lives and was due before the newest one that has been ready, the oldest first. */
  List<Generation> replaced() {
    return known.descendingMap().values().stream()
        .filter(generation -> generation.standing() == Standing.READY)
        .findFirst()
        .map(ready -> living(known.headMap(ready.due()).values()))
        .orElse(List.of());
  }

  /** What was due before that one and lives, the oldest first. */
  List<Generation> before(Generation generation) {
    return living(known.headMap(generation.due()).values());
  }

  private static List<Generation> living(Collection<Generation> generations) {
    return generations.stream().filter(Generation::isLiving).toList();
  }

  /** Only what was made by this recurrence: anybody can choose such a name. */
  private Optional<Generation> after(Generation before, LocalDateTime due, EventRecord record) {
    Optional<Generation> present = Optional.ofNullable(before);
    return switch (record.event()) {
      case Event.Created created when isOurs(record) -> {
        ask(due);
        yield Optional.of(
            new Generation(record.workspace(), due, created.incarnation(), Standing.MAKING));
      }
      case Event.Created ignored -> Optional.empty();
      case Event.Refused ignored when isOurs(record) && before == null -> {
        ask(due);
        yield Optional.of(new Generation(record.workspace(), due, 0, Standing.FAILED));
      }
      case Event.Refused ignored -> present;
      case Event.DeletionRequested ignored -> present.map(one -> one.in(Standing.LEAVING));
      case Event.Deleted ignored -> Optional.empty();
      case Event.GaveUp ignored -> present.map(Generations::failed);
      case Event.Updated ignored -> present.map(Generations::making);
      case Event.Retried ignored -> present.map(Generations::making);
      case Event.ReadinessChanged changed -> present.map(one -> seen(one, changed));
      case Event.ExpiryChanged ignored -> present;
      case Event.Cancelled ignored -> present.map(Generations::failed);
      case Event.Progressed ignored -> present;
      case Event.Provisioned ignored -> present;
      case Event.RetryScheduled ignored -> present;
      case Event.Destroyed ignored -> present;
      case Event.Unchanged ignored -> present;
      case Event.ConnectionChanged ignored -> present;
      case Event.DeletionHeld ignored -> present;
      case Event.Protected ignored -> present;
      case Event.Unprotected ignored -> present;
      case Event.ExpiringSoon ignored -> present;
      case Event.Drifted ignored -> present;
      case Event.ClusterGone ignored -> present;
    };
  }

  private static boolean isOurs(EventRecord record) {
    WorkspaceId workspace = record.workspace();
    return record.cause().equals(new Cause.Commanded(Recurrence.creation(workspace)));
  }

  private static Generation seen(Generation one, Event.ReadinessChanged changed) {
    if (changed.incarnation() != one.incarnation() || one.standing() == Standing.LEAVING) {
      return one;
    }
    return switch (changed.readiness()) {
      case Readiness.Ready ignored -> one.in(Standing.READY);
      case Readiness.NotReady notReady when notReady.isFatal() -> failed(one);
      case Readiness.NotReady ignored -> one;
      case Readiness.Unknown ignored -> one;
    };
  }

  /** One that has been ready has done its part. */
  private static Generation failed(Generation one) {
    return one.standing() == Standing.MAKING ? one.in(Standing.FAILED) : one;
  }

  private static Generation making(Generation one) {
    return one.standing() == Standing.FAILED ? one.in(Standing.MAKING) : one;
  }
}
