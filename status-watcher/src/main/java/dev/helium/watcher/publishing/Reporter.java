package dev.helium.watcher.publishing;

import dev.helium.domain.Cause;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Event.ObservationEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Turns;
import dev.helium.service.metrics.KnownNames;
import dev.helium.watcher.folding.Assessment;
import dev.helium.watcher.folding.Life;
import dev.helium.watcher.folding.Sights;
import dev.helium.wire.EventEnvelope;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log what has changed about each workspace, once.
 *
 * <p>Of one workspace one event is under way at a time; meanwhile changes gather, and what is said
 * next is the newest state. When an event could not be appended nobody knows whether it was: then
 * nothing more is said of its partition until it has been taken again, with all that the log has.
 *
 * <p>All methods but {@link #changed} belong to the thread of the turns.
 */
public final class Reporter {
  private static final Logger LOG = LoggerFactory.getLogger(Reporter.class);

  /** Events under way at once, for all workspaces together. */
  private static final int MOST_APPENDING = 512;

  /** Workspaces looked at before others on the same thread get their turn. */
  private static final int SLICE = 64;

  private final Assessor assessor;
  private final Turns turns;
  private final InstantSource clock;
  private final Gauges gauges;
  private final Marks marks;
  private final ToIntFunction<WorkspaceId> partitions;
  private final Map<Integer, Share> shares = new ConcurrentHashMap<>();
  private final AtomicBoolean draining = new AtomicBoolean();
  private int appending;

  /**
   * @param settle how long all must have been fine before a workspace is ready that does not say
   * @param partitions which partition of the log a workspace belongs to
   * @param backends of the catalogue
   */
  public Reporter(
      Sights sights,
      Duration settle,
      ToIntFunction<WorkspaceId> partitions,
      Turns turns,
      InstantSource clock,
      MeterRegistry meters,
      KnownNames backends) {
    this.assessor = new Assessor(sights, settle);
    this.partitions = partitions;
    this.turns = turns;
    this.clock = clock;
    this.gauges = new Gauges(meters, backends);
    this.marks = new Marks(gauges::now);
    gauges.show("helium.watcher.marked", "Workspaces to look at again", marks::size);
    gauges.show("helium.watcher.partitions", "Partitions this process speaks for", shares::size);
  }

  /** What is known of the workspace's objects has changed. May be called from any thread. */
  public void changed(WorkspaceId workspace) {
    marks.add(workspace);
    drainSoon();
  }

  /** From now on this process speaks for a partition, of which all is known that the log has. */
  public void begin(int partition, Known known, EventSink sink) {
    end(partition);
    shares.put(partition, new Share(partition, known, sink));
    mark(known, life -> true);
  }

  /** From now on somebody else speaks for the partition, or this process after taking it again. */
  public void end(int partition) {
    Share share = shares.remove(partition);
    if (share != null) {
      share
          .known()
          .forEach(
              (workspace, watched) -> {
                watched.leave();
                marks.forget(workspace);
              });
    }
  }

  /** Takes in what the log has, including what this or an earlier process appended itself. */
  public void learn(EventRecord record) {
    share(record.workspace())
        .filter(share -> learn(share.known(), record))
        .ifPresent(share -> changed(record.workspace()));
  }

  private boolean learn(Known known, EventRecord record) {
    Course before = known.course(record.workspace());
    boolean isNews = known.learn(record);
    gauges.learned(before, known.course(record.workspace()));
    return isNews;
  }

  /** Takes in that the log has an event which cannot be read. */
  public void passOver(EventEnvelope unreadable) {
    share(unreadable.workspace())
        .ifPresent(
            share -> {
              share.known().passOver(unreadable);
              changed(unreadable.workspace());
            });
  }

  /** What can be seen of whole clusters has changed: they were listed, lost or found again. */
  public void changedIn(Predicate<ClusterName> clusters) {
    shares.values().forEach(share -> mark(share.known(), life -> clusters.test(life.cluster())));
  }

  private void mark(Known known, Predicate<Life> which) {
    known.forEach(
        (workspace, watched) -> {
          if (watched.life().isLived() && which.test(watched.life())) {
            marks.add(workspace);
          }
        });
    drainSoon();
  }

  private Optional<Share> share(WorkspaceId workspace) {
    return Optional.ofNullable(shares.get(partitions.applyAsInt(workspace)));
  }

  private void drainSoon() {
    if (draining.compareAndSet(false, true)) {
      turns.soon(this::drain);
    }
  }

  private void drain() {
    draining.set(false);
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
    // Another process speaks for all others.
    share(mark.workspace())
        .ifPresent(
            share ->
                share
                    .known()
                    .find(mark.workspace())
                    .filter(watched -> watched.life().isLived())
                    .ifPresent(watched -> look(share, watched, mark)));
  }

  private void look(Share share, Watched watched, Marks.Mark mark) {
    if (watched.isAppending()) {
      // Looked at again when the append is done.
      marks.putOff(mark);
      return;
    }
    WorkspaceId workspace = mark.workspace();
    // No finer than what every reader of the log can hold.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    assessor
        .of(workspace, watched, now)
        .ifPresent(assessment -> tell(share, watched, mark, assessment, now));
  }

  private void tell(
      Share share, Watched watched, Marks.Mark mark, Assessment assessment, Instant now) {
    WorkspaceId workspace = mark.workspace();
    Instant earliest = watched.earliest(assessment, now);
    boolean isEarly = now.isBefore(earliest);
    watched.reconsider(
        isEarly && earliest.isBefore(assessment.holdsUntil()) ? earliest : assessment.holdsUntil(),
        when -> reconsiderAt(when, workspace, watched));
    if (isEarly) {
      return;
    }
    watched
        .said()
        .next(watched.life().incarnation(), assessment, now)
        .ifPresent(
            event -> say(share, watched, record(workspace, watched, event, now), mark.since()));
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

  private void say(Share share, Watched watched, EventRecord record, long since) {
    watched.appending(true);
    appending++;
    share
        .sink()
        .append(record)
        .onComplete(
            result ->
                turns.soon(
                    () -> {
                      appending--;
                      if (result.failed()) {
                        failed(share, record, result.cause());
                      } else {
                        appended(share, watched, record, since);
                      }
                      drainSoon();
                    }));
  }

  private void appended(Share share, Watched watched, EventRecord record, long since) {
    gauges.appended(record.event(), since);
    if (shares.get(share.partition()) == share) {
      int life = watched.life().incarnation();
      Readiness before = watched.said().about(life).readiness();
      share.sink().measure(record, () -> learn(share.known(), record));
      gauges.said(before, watched.said().about(life).readiness());
      watched.appending(false);
      changed(record.workspace());
    }
  }

  private void failed(Share share, EventRecord record, Throwable cause) {
    gauges.failed();
    if (shares.get(share.partition()) != share) {
      // The first that failed has said so; all that was under way with it fails too.
      return;
    }
    LOG.atWarn()
        .addKeyValue("workspace", record.workspace())
        .addKeyValue("sequence", record.sequence())
        .addKeyValue("trace", share.sink().trace(record.workspace()).trace())
        .addKeyValue("partition", share.partition())
        .addKeyValue("failure", cause.toString())
        .log("an event could not be appended; its partition has to be taken again");
    end(share.partition());
  }
}
