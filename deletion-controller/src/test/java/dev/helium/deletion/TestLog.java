package dev.helium.deletion;

import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.CommandBatch;
import dev.helium.log.CommandHandler;
import dev.helium.log.CommandSubscription;
import dev.helium.log.EventLog;
import dev.helium.log.LogSettings;
import dev.helium.log.TopicAdministration;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The log as the provisioner writes its events and reads its commands. */
final class TestLog implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** A command and when it was read. */
  record Read(Command command, Instant at) {}

  private final Vertx vertx = Vertx.vertx();
  private final List<Read> read = new CopyOnWriteArrayList<>();
  private final Map<WorkspaceId, Long> sequences = new ConcurrentHashMap<>();
  private final EventLog events;
  private final CommandSubscription commands;

  TestLog(String bootstrap) {
    LogSettings settings = new LogSettings(bootstrap);
    get(TopicAdministration.ensure(vertx, settings));
    events = new EventLog(vertx, settings);
    commands = new CommandSubscription(vertx, settings, "provisioner-of-this-test", new Reading());
    get(commands.start());
  }

  void append(WorkspaceId workspace, LifecycleEvent event) {
    append(workspace, event, Instant.now());
  }

  /**
   * @param time when it happened
   */
  void append(WorkspaceId workspace, LifecycleEvent event, Instant time) {
    append(workspace, new Cause.Observed(), event, time);
  }

  void append(WorkspaceId workspace, Cause cause, LifecycleEvent event) {
    append(workspace, cause, event, Instant.now());
  }

  private void append(WorkspaceId workspace, Cause cause, LifecycleEvent event, Instant time) {
    long sequence = sequences.merge(workspace, 1L, Long::sum);
    append(new EventRecord(workspace, Source.PROVISIONER, sequence, cause, time, event));
  }

  void append(EventRecord record) {
    get(events.append(record));
  }

  /** Every command read so far about a workspace, repeats included. */
  List<Command> commands(WorkspaceId workspace) {
    return read.stream()
        .map(Read::command)
        .filter(command -> command.workspace().equals(workspace))
        .toList();
  }

  /** Different commands, in the order in which they were read. */
  List<CommandId> decided() {
    return read.stream().map(entry -> entry.command().id()).distinct().toList();
  }

  Instant firstRead(WorkspaceId workspace) {
    return read.stream()
        .filter(entry -> entry.command().workspace().equals(workspace))
        .findFirst()
        .orElseThrow()
        .at();
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
    get(commands.close());
    get(events.close());
    get(vertx.close());
  }

  private final class Reading implements CommandHandler {
    private final Set<Integer> owned = ConcurrentHashMap.newKeySet();

    @Override
    public Future<Void> take(int partition) {
      owned.add(partition);
      return Future.succeededFuture();
    }

    @Override
    public boolean owns(int partition) {
      return owned.contains(partition);
    }

    @Override
    public void give(int partition) {
      owned.remove(partition);
    }

    @Override
    public Future<Void> handle(CommandBatch batch) {
      batch.commands().forEach(each -> read.add(new Read(each.command(), Instant.now())));
      return Future.succeededFuture();
    }
  }
}
