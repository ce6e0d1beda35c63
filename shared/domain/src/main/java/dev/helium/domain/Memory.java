package dev.helium.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How long decisions are remembered. Only the events themselves make time pass here, so that the
 * same log leaves the same memory wherever and whenever it is read: a decision is forgotten when
 * another one follows it by {@link #SPAN} or more.
 */
final class Memory {
  static final Duration SPAN = Duration.ofHours(24);

  /** Of one workspace, so that nobody can make it grow without end. */
  static final int ROOM = 1_000;

  private Memory() {}

  /** What is remembered after another decision, oldest first. */
  static List<Decided> of(List<Decided> known, Decided newest) {
    Instant forgotten = newest.at().minus(SPAN);
    List<Decided> remembered = new ArrayList<>(known);
    remembered.removeIf(
        decided -> !decided.at().isAfter(forgotten) || decided.command().equals(newest.command()));
    remembered.add(newest);
    int weight = remembered.stream().mapToInt(Decided::weight).sum();
    while (weight > ROOM) {
      weight -= remembered.removeFirst().weight();
    }
    return remembered;
  }
}
