package dev.helium.watcher;

import dev.helium.domain.Cause;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Receipt;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.EventLog;
import dev.helium.log.EventTail;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The log as the provisioner writes it and as a subscriber reads it. */
final class WatchedLog implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx();
  private final List<EventRecord> records = new CopyOnWriteArrayList<>();
  private final Map<WorkspaceId, Long> sequences = new ConcurrentHashMap<>();
  private final EventLog log;
  private final EventTail tail;

  WatchedLog(String bootstrap) {
    LogSettings settings = new LogSettings(bootstrap);
    get(TopicAdministration.ensure(vertx, settings));
    log = new EventLog(vertx, settings);
    tail =
        new EventTail(
            vertx,
            settings,
            Map.of(),
            delivery -> {
              records.add(delivery.record());
              return Future.succeededFuture();
            });
    get(tail.start());
  }

  Vertx vertx() {
    return vertx;
  }

  void created(WorkspaceId workspace, int incarnation) {
    created(workspace, incarnation, Map.of());
  }

  void createdIn(String cluster, WorkspaceId workspace) {
    created(workspace, 1, Map.of("clusterStack", cluster));
  }

  private void created(WorkspaceId workspace, int incarnation, Map<String, String> parameters) {
    append(
        workspace,
        new Event.Created(
            incarnation,
            incarnation,
            new WorkspaceSpec("namespace", parameters, Map.of()),
            "me",
            Instant.parse("2036-01-01T00:00:00Z")));
  }

  void provisioned(WorkspaceId workspace) {
    append(workspace, new Event.Provisioned(1, Map.of()));
  }

  void deletionRequested(WorkspaceId workspace) {
    append(workspace, new Event.DeletionRequested(2, new DeletionReason.Requested(), "me"));
  }

  void deleted(WorkspaceId workspace, int incarnation) {
    append(workspace, new Event.Deleted(new Receipt(incarnation, List.of("gone"), Instant.now())));
  }

  private void append(WorkspaceId workspace, LifecycleEvent event) {
    long sequence = sequences.merge(workspace, 1L, Long::sum);
    get(
        log.append(
            new EventRecord(
                workspace,
                Source.PROVISIONER,
                sequence,
                new Cause.Observed(),
                Instant.now(),
                event)));
  }

  /** What the watcher has said about a workspace. */
  List<EventRecord> said(WorkspaceId workspace) {
    return records.stream()
        .filter(record -> record.workspace().equals(workspace))
        .filter(record -> record.source() == Source.STATUS_WATCHER)
        .toList();
  }

  /** How many events anybody has appended. */
  int size() {
    return records.size();
  }

  Readiness readiness(WorkspaceId workspace) {
    return said(workspace).stream()
        .map(EventRecord::event)
        .filter(Event.ReadinessChanged.class::isInstance)
        .map(event -> ((Event.ReadinessChanged) event).readiness())
        .reduce(new Readiness.Unknown(), (before, after) -> after);
  }

  Map<String, String> addresses(WorkspaceId workspace) {
    return said(workspace).stream()
        .map(EventRecord::event)
        .filter(Event.ConnectionChanged.class::isInstance)
        .map(event -> ((Event.ConnectionChanged) event).addresses())
        .reduce(Map.of(), (before, after) -> after);
  }

  static <T> T get(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public void close() {
    get(tail.close());
    get(log.close());
    get(vertx.close());
  }
}
