package dev.helium.watcher.publishing;

import dev.helium.domain.Connection;
import dev.helium.domain.Event;
import dev.helium.domain.Event.ObservationEvent;
import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import dev.helium.domain.WorkspaceView;
import dev.helium.watcher.folding.Assessment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the log has from the status watcher about one name.
 *
 * @param sequence of the newest event; 0 before the first
 * @param incarnation the life that all the others speak of
 */
record Said(
    long sequence,
    int incarnation,
    Readiness readiness,
    Map<String, String> addresses,
    List<Connection> connections,
    Progress progress) {
  static final Said NOTHING =
      new Said(0, 0, new Readiness.Unknown(), Map.of(), List.of(), Progress.NONE);

  Said {
    Objects.requireNonNull(readiness, "readiness");
    addresses = Map.copyOf(addresses);
    connections = List.copyOf(connections);
    Objects.requireNonNull(progress, "progress");
  }

  /** What was said in the events that a view is the fold of. */
  static Said of(WorkspaceView view) {
    return new Said(
        view.observed(),
        view.workspace().incarnation(),
        view.readiness(),
        view.addresses(),
        view.connections(),
        view.timeline().progress());
  }

  /** What is known after an event of the log; one that is older than the newest changes nothing. */
  Said after(long number, ObservationEvent event) {
    if (number <= sequence) {
      return this;
    }
    if (event.incarnation() < incarnation) {
      return counting(number);
    }
    Said known = about(event.incarnation());
    return switch (event) {
      case Event.ReadinessChanged seen ->
          new Said(
              number,
              seen.incarnation(),
              seen.readiness(),
              known.addresses(),
              known.connections(),
              seen.progress());
      case Event.ConnectionChanged(int life, var seen, var ways) ->
          new Said(number, life, known.readiness(), seen, ways, known.progress());
    };
  }

  /** What is known after the end of its life: there is no way in any more. */
  Said over() {
    return new Said(sequence, incarnation, readiness, Map.of(), List.of(), progress);
  }

  /** What is known after an event of this source that cannot be read: its number is taken. */
  Said passOver(long unreadable) {
    return unreadable == sequence + 1 ? counting(unreadable) : this;
  }

  /**
   * The next event to say, if the assessment is not what was said. Addresses come first: who hears
   * that a workspace is ready shall know where.
   *
   * @param now since when what is new has been so
   */
  Optional<ObservationEvent> next(int life, Assessment assessment, Instant now) {
    Said known = about(life);
    if (!assessment.addresses().equals(known.addresses())
        || !assessment.connections().equals(known.connections())) {
      return Optional.of(
          new Event.ConnectionChanged(life, assessment.addresses(), assessment.connections()));
    }
    Readiness seen = dated(known.readiness(), assessment.readiness(), now);
    if (seen instanceof Readiness.Unknown
        || (seen.equals(known.readiness()) && !isNews(known, assessment.progress()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Event.ReadinessChanged(life, seen, assessment.progress(), assessment.milestones()));
  }

  /** That nothing is counted any more is nothing to speak of by itself. */
  private static boolean isNews(Said known, Progress progress) {
    return !progress.equals(Progress.NONE) && !progress.equals(known.progress());
  }

  private static Readiness dated(Readiness before, Readiness seen, Instant now) {
    return switch (seen) {
      case Readiness.Unknown unknown -> unknown;
      case Readiness.Ready ready -> ready;
      case Readiness.NotReady notReady -> notReady.since(before, now);
    };
  }

  /** True when it was said last of that life that it is ready. */
  boolean isReady(int life) {
    return about(life).readiness() instanceof Readiness.Ready;
  }

  /** What is to be said when nothing can be seen: the ways in stay as they were, nothing counts. */
  Assessment unseen(Readiness seen) {
    return new Assessment(
        seen, addresses, connections, Progress.NONE, Milestones.NONE, Instant.MAX);
  }

  /** What was said of one life, as far as it is known. */
  Said about(int life) {
    return life == incarnation
        ? this
        : new Said(
            sequence,
            life,
            NOTHING.readiness(),
            NOTHING.addresses(),
            NOTHING.connections(),
            NOTHING.progress());
  }

  private Said counting(long number) {
    return new Said(number, incarnation, readiness, addresses, connections, progress);
  }
}
