package dev.helium.gateway;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Receipt;
import dev.helium.domain.Refusal;
import dev.helium.domain.RefusalReason;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.log.EventLog;
import dev.helium.log.LogSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes the lives of some workspaces into the log, as the services would, by a seed. */
final class StreamedLog implements AutoCloseable {
  /** An event as it was written, and whose it was then. */
  record Written(String id, String workspace, String owner, String backend) {}

  private static final Instant EXPIRY = Instant.parse("2036-01-01T00:00:00Z");
  private static final List<String> OWNERS = List.of("ann", "ben", "cleo");
  private static final List<String> BACKENDS = List.of("namespace", "product");

  private final EventLog log;
  private final Random random;
  private final int names;
  private final Map<WorkspaceId, Life> lives = new HashMap<>();
  private final List<Written> written = new ArrayList<>();

  private static final class Life {
    private long decided;
    private long seen;
    private int incarnation;
    private boolean living;
    private String owner = "";
    private String backend = "";
  }

  StreamedLog(Vertx vertx, String bootstrap, long seed, int names) {
    this.log = new EventLog(vertx, new LogSettings(bootstrap));
    this.random = new Random(seed);
    this.names = names;
  }

  /** Completes when so many events, of any workspaces, are in the log. */
  Future<Void> write(int events) {
    List<Future<Void>> appended = new ArrayList<>();
    for (int event = 0; event < events; event++) {
      appended.add(next(new WorkspaceId("name-" + random.nextInt(names))));
    }
    return Future.all(appended).mapEmpty();
  }

  /** In the order in which they were written, which is that of each workspace. */
  synchronized List<Written> written() {
    return List.copyOf(written);
  }

  List<String> ids() {
    return written().stream().map(Written::id).toList();
  }

  List<String> ids(String workspace) {
    return written().stream()
        .filter(event -> event.workspace().equals(workspace))
        .map(Written::id)
        .toList();
  }

  private Future<Void> next(WorkspaceId id) {
    Life life = lives.computeIfAbsent(id, ignored -> new Life());
    int choice = random.nextInt(10);
    if (!life.living) {
      return choice == 0 ? decided(id, life, refused()) : decided(id, life, born(life));
    }
    if (choice < 7) {
      life.seen++;
      return append(id, life, Source.STATUS_WATCHER, life.seen, seen(life));
    }
    if (choice < 9) {
      return decided(id, life, new Event.Unchanged());
    }
    life.living = false;
    return decided(id, life, gone(life));
  }

  private Event born(Life life) {
    life.incarnation++;
    life.living = true;
    life.owner = OWNERS.get(random.nextInt(OWNERS.size()));
    life.backend = BACKENDS.get(random.nextInt(BACKENDS.size()));
    return new Event.Created(
        life.incarnation,
        life.incarnation,
        new WorkspaceSpec(life.backend, Map.of(), Map.of()),
        life.owner,
        EXPIRY);
  }

  private static Event refused() {
    return new Event.Refused(new Refusal(RefusalReason.UNKNOWN_WORKSPACE, List.of(), ""));
  }

  private static Event gone(Life life) {
    return new Event.Deleted(new Receipt(life.incarnation, List.of("no namespace"), Instant.now()));
  }

  private Event seen(Life life) {
    return new Event.ReadinessChanged(
        life.incarnation, random.nextBoolean() ? new Readiness.Ready() : new Readiness.Unknown());
  }

  private Future<Void> decided(WorkspaceId id, Life life, Event event) {
    life.decided++;
    return append(id, life, Source.PROVISIONER, life.decided, event);
  }

  private synchronized Future<Void> append(
      WorkspaceId id, Life life, Source source, long sequence, Event event) {
    Cause cause =
        source == Source.PROVISIONER
            ? new Cause.Commanded(new CommandId("c-" + id + "-" + sequence))
            : new Cause.Observed();
    EventRecord record = new EventRecord(id, source, sequence, cause, Instant.now(), event);
    written.add(new Written(record.id(), id.value(), life.owner, life.backend));
    return log.append(record);
  }

  @Override
  public void close() {
    Futures.await(log.close());
  }
}
