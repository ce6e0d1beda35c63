package dev.helium.deletion.turns;

import dev.helium.service.Turns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/** Time and turns that go on only when told to. */
public final class ManualTurns implements Turns, InstantSource {
  private record Alarm(Instant at, Runnable task) {}

  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final PriorityQueue<Alarm> alarms = new PriorityQueue<>(Comparator.comparing(Alarm::at));
  private Instant now = Instant.parse("2026-06-01T00:00:00Z");
  private Duration set = Duration.ZERO;

  @Override
  public Instant instant() {
    return now;
  }

  /** By how much the clock was set, in all; negative when it was put back. */
  public Duration set() {
    return set;
  }

  @Override
  public void soon(Runnable task) {
    tasks.add(task);
  }

  @Override
  public Runnable after(Duration delay, Runnable task) {
    Alarm alarm = new Alarm(now.plus(delay), task);
    alarms.add(alarm);
    return () -> alarms.removeIf(armed -> armed.task().equals(task));
  }

  /** The clock is set; nothing has waited. */
  public void set(Instant time) {
    Duration jump = Duration.between(now, time);
    PriorityQueue<Alarm> moved = new PriorityQueue<>(Comparator.comparing(Alarm::at));
    alarms.forEach(alarm -> moved.add(new Alarm(alarm.at().plus(jump), alarm.task())));
    alarms.clear();
    alarms.addAll(moved);
    set = set.plus(jump);
    now = time;
  }

  /** Runs everything that can run without time going on. */
  public void settle() {
    while (!tasks.isEmpty()) {
      tasks.removeFirst().run();
    }
  }

  public void pass(Duration time) {
    Instant end = now.plus(time);
    settle();
    while (!alarms.isEmpty() && !alarms.peek().at().isAfter(end)) {
      Alarm next = alarms.remove();
      now = next.at();
      next.task().run();
      settle();
    }
    now = end;
  }

  public int alarms() {
    return alarms.size();
  }
}
