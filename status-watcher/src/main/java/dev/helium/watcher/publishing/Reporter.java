package dev.helium.watcher.publishing;

import dev.helium.domain.Backoff;
import dev.helium.domain.Cause;
import dev.helium.domain.Event.ObservationEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import dev.helium.service.Turns;
import dev.helium.watcher.folding.Assessment;
import dev.helium.watcher.folding.Findings;
import dev.helium.watcher.folding.Fold;
import dev.helium.wire.EventEnvelope;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log what has changed about each workspace, once.
 *
 * <p>Of one workspace one event is under way at a time. An event that could not be appended is
 * appended again unchanged, under the same number, until the log has it: whether the first try
 * arrived cannot be known, and readers pass over a number that they have seen. Meanwhile changes
 * gather, and what is said next is the newest state.
 *
 * <p>All methods but {@link #changed} belong to the thread of the turns.
 */
public final class Reporter {
  public static final String CHECK = "events are appended";

  private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  /** Events under way at once, for all workspaces together. */
  private static final int MOST_APPENDING = 512;

  /** Workspaces looked at before others on the same thread get their turn. */
  private static final int SLICE = 64;

  private final Findings findings;
  private final EventSink sink;
  private final Turns turns;
  private final InstantSource clock;
  private final Health health;
  private final Gauges gauges;
  private final Marks marks;
  private final Map<WorkspaceId, Watched> workspaces = new HashMap<>();
  private final AtomicBoolean draining = new AtomicBoolean();
  private boolean open;
  private int appending;

  public Reporter(
      Findings findings,
      EventSink sink,
      Turns turns,
      InstantSource clock,
      Health health,
      MeterRegistry meters) {
    this.findings = findings;
    this.sink = sink;
    this.turns = turns;
    this.clock = clock;
    this.health = health;
    this.gauges = new Gauges(meters);
    this.marks = new Marks(gauges::now);
    gauges.show("helium.watcher.marked", "Workspaces to look at again", marks::size);
    gauges.show("helium.watcher.objects", "Objects of workspaces seen", findings::size);
    health.expect(CHECK);
    health.ready(CHECK);
  }

  /** What is known of the workspace's objects has changed. May be called from any thread. */
  public void changed(WorkspaceId workspace) {
    marks.add(workspace);
    drainSoon();
  }

  /** Takes in what the log has, including what this or an earlier process appended itself. */
  public void learn(EventRecord record) {
    if (workspaces.computeIfAbsent(record.workspace(), id -> new Watched()).learn(record)) {
      changed(record.workspace());
    }
  }

  /** Takes in that the log has an event which cannot be read. */
  public void passOver(EventEnvelope unreadable) {
    workspaces.computeIfAbsent(unreadable.workspace(), id -> new Watched()).passOver(unreadable);
    changed(unreadable.workspace());
  }

  /** Everything that was in the log and in the cluster is known: from now on events are said. */
  public void open() {
    open = true;
    workspaces.forEach(
        (workspace, watched) -> {
          if (watched.life().isLived()) {
            marks.add(workspace);
          }
        });
    drainSoon();
  }

  private void drainSoon() {
    if (draining.compareAndSet(false, true)) {
      turns.soon(this::drain);
    }
  }

  private void drain() {
    draining.set(false);
    if (!open) {
      return;
    }
    for (int looked = 0; looked < SLICE; looked++) {
      if (appending >= MOST_APPENDING) {
        return;
      }
      Optional<Marks.Mark> mark = marks.take();
      if (mark.isEmpty()) {
        return;
      }
      look(mark.get());
    }
    drainSoon();
  }

  private void look(Marks.Mark mark) {
    WorkspaceId workspace = mark.workspace();
    Watched watched = workspaces.get(workspace);
    if (watched == null || !watched.life().isLived() || watched.isAppending()) {
      // The log knows no such workspace, or it is looked at again when the append is done.
      return;
    }
    Instant now = clock.instant();
    Assessment assessment = Fold.of(workspace, watched.life(), findings.of(workspace), now);
    watched.reconsider(assessment.holdsUntil(), when -> reconsiderAt(when, workspace, watched));
    watched
        .said()
        .next(watched.life().incarnation(), assessment)
        .ifPresent(event -> say(watched, record(workspace, watched, event, now), mark.since()));
  }

  private Runnable reconsiderAt(Instant when, WorkspaceId workspace, Watched watched) {
    Duration delay = Duration.between(clock.instant(), when).plusMillis(1);
    return turns.after(
        delay,
        () -> {
          watched.reconsidered();
          changed(workspace);
        });
  }

  private static EventRecord record(
      WorkspaceId workspace, Watched watched, ObservationEvent event, Instant now) {
    return new EventRecord(
        workspace,
        Source.STATUS_WATCHER,
        watched.said().sequence() + 1,
        new Cause.Observed(),
        now,
        event);
  }

  private void say(Watched watched, EventRecord record, long since) {
    watched.appending(true);
    appending++;
    append(watched, record, since, 0);
  }

  private void append(Watched watched, EventRecord record, long since, int failures) {
    handOver(record)
        .onComplete(
            result ->
                turns.soon(
                    () -> {
                      if (result.succeeded()) {
                        appended(watched, record, since);
                      } else {
                        failed(watched, record, since, failures + 1, result.cause());
                      }
                    }));
  }

  private Future<Void> handOver(EventRecord record) {
    try {
      return sink.append(record);
    } catch (RuntimeException refused) {
      return Future.failedFuture(refused);
    }
  }

  private void appended(Watched watched, EventRecord record, long since) {
    watched.learn(record);
    watched.appending(false);
    appending--;
    gauges.appended(record.event().getClass().getSimpleName(), since);
    health.ready(CHECK);
    changed(record.workspace());
  }

  private void failed(
      Watched watched, EventRecord record, long since, int failures, Throwable cause) {
    gauges.failed();
    health.notReady(CHECK, "the log does not take events: " + cause.getClass().getSimpleName());
    Duration pause = BACKOFF.pauseAfter(failures);
    LOG.atWarn()
        .addKeyValue("workspace", record.workspace())
        .addKeyValue("sequence", record.sequence())
        .addKeyValue("failures", failures)
        .addKeyValue("pause", pause)
        .addKeyValue("failure", cause.toString())
        .log("an event could not be appended and is appended again");
    turns.after(
        pause,
        () -> {
          if (watched.said().sequence() >= record.sequence()) {
            appended(watched, record, since);
          } else {
            append(watched, record, since, failures);
          }
        });
  }
}
