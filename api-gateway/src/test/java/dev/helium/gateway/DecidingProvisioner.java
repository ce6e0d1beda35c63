package dev.helium.gateway;

import dev.helium.domain.AttemptReport;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Connection;
import dev.helium.domain.Decider;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.FieldError;
import dev.helium.domain.Milestones;
import dev.helium.domain.Progress;
import dev.helium.domain.Readiness;
import dev.helium.domain.Receipt;
import dev.helium.domain.RetryPolicy;
import dev.helium.domain.Source;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.log.CommandBatch;
import dev.helium.log.CommandHandler;
import dev.helium.log.CommandSubscription;
import dev.helium.log.EventLog;
import dev.helium.log.LogSettings;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The real decisions about real commands from the log; what a cluster would report, tests say. One
 * thing is decided after the other, and asking for a workspace waits its turn: what a test goes on
 * with is known whole.
 */
final class DecidingProvisioner implements CommandHandler, AutoCloseable {
  private static final Set<String> BACKENDS = Set.of("namespace", "product");
  private static final RetryPolicy RETRIES =
      new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(1));

  private final Decider decider =
      new Decider(
          new ExpiryPolicy(ZoneOffset.UTC, 1, 90), RETRIES, RETRIES, DecidingProvisioner::check);
  private final Clock clock = Clock.systemUTC();
  private final Map<WorkspaceId, Workspace> workspaces = new ConcurrentHashMap<>();
  private final Map<WorkspaceId, Long> observed = new ConcurrentHashMap<>();
  private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
  private final Set<Integer> owned = ConcurrentHashMap.newKeySet();
  private final ExecutorService turns = Executors.newSingleThreadExecutor();
  private final EventLog events;
  private final CommandSubscription subscription;

  DecidingProvisioner(Vertx vertx, LogSettings log) {
    events = new EventLog(vertx, log);
    subscription = new CommandSubscription(vertx, log, "provisioner", this);
  }

  DecidingProvisioner start() {
    Futures.await(subscription.start());
    return this;
  }

  /** The commands that came, repeated ones included. */
  List<Command> commands() {
    return List.copyOf(commands);
  }

  List<Command.Create> creates(String workspace) {
    return commands().stream()
        .filter(Command.Create.class::isInstance)
        .map(Command.Create.class::cast)
        .filter(create -> create.workspace().value().equals(workspace))
        .toList();
  }

  /** As its events say so far. */
  Workspace workspace(WorkspaceId id) {
    return inTurn(() -> state(id));
  }

  /** What the run of the program would say. */
  void report(String workspace, AttemptReport report) {
    change(workspace, state -> reported(state, report));
  }

  void applied(String workspace, Map<String, String> outputs) {
    change(
        workspace, state -> reported(state, new AttemptReport.Applied(state.attempt(), outputs)));
  }

  /** Destroys it and confirms that it is gone. */
  void gone(String workspace) {
    change(
        workspace,
        state -> {
          reported(state, new AttemptReport.Destroyed(state.attempt()));
          decide(
              new Command.ConfirmDeletion(
                  new CommandId("confirm-" + workspace + "-" + state.incarnation()),
                  state.id(),
                  new Receipt(state.incarnation(), List.of("no namespace"), now())));
        });
  }

  /** As if its time were up. */
  void expired(String workspace) {
    change(
        workspace,
        state ->
            decide(
                new Command.Delete(
                    new CommandId("expire-" + workspace + "-" + state.incarnation()),
                    state.id(),
                    "deletion-controller",
                    new DeletionReason.Expired(state.expiresAt()))));
  }

  /** As if its end were near. */
  void announced(String workspace, Duration lead) {
    change(
        workspace,
        state ->
            decide(
                new Command.AnnounceExpiry(
                    new CommandId("announce-" + workspace),
                    state.id(),
                    state.incarnation(),
                    state.endsAt(),
                    lead)));
  }

  void seen(String workspace, Readiness readiness) {
    observe(workspace, new Event.ReadinessChanged(incarnation(workspace), readiness));
  }

  /** As when it took until that instant. */
  void seen(
      String workspace,
      Readiness readiness,
      Progress progress,
      Milestones milestones,
      Instant time) {
    observe(
        workspace,
        new Event.ReadinessChanged(incarnation(workspace), readiness, progress, milestones),
        time);
  }

  void connected(String workspace, Map<String, String> addresses, Connection... connections) {
    observe(
        workspace,
        new Event.ConnectionChanged(incarnation(workspace), addresses, List.of(connections)));
  }

  int attempt(String workspace) {
    return workspace(new WorkspaceId(workspace)).attempt();
  }

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
    Promise<Void> handled = Promise.promise();
    CompletableFuture<Void> _ =
        CompletableFuture.runAsync(
                () -> batch.commands().forEach(each -> decide(each.command())), turns)
            .whenComplete(handled::complete);
    return handled.future();
  }

  @Override
  public void close() {
    Futures.await(subscription.close());
    turns.close();
    Futures.await(events.close());
  }

  private void change(String workspace, Consumer<Workspace> how) {
    WorkspaceId id = new WorkspaceId(workspace);
    inTurn(
        () -> {
          how.accept(state(id));
          return id;
        });
  }

  private <T> T inTurn(Supplier<T> action) {
    return CompletableFuture.supplyAsync(action, turns).join();
  }

  private void reported(Workspace state, AttemptReport report) {
    decider
        .report(state, report, now())
        .forEach(event -> append(state.id(), state.request(), event));
  }

  private void decide(Command command) {
    commands.add(command);
    decider
        .decide(state(command.workspace()), command, now())
        .forEach(event -> append(command.workspace(), command.id(), event));
  }

  private int incarnation(String workspace) {
    return workspace(new WorkspaceId(workspace)).incarnation();
  }

  private void observe(String workspace, Event event) {
    observe(workspace, event, now());
  }

  private void observe(String workspace, Event event, Instant time) {
    WorkspaceId id = new WorkspaceId(workspace);
    long sequence = observed.merge(id, 1L, Long::sum);
    Futures.await(
        events.append(
            new EventRecord(
                id, Source.STATUS_WATCHER, sequence, new Cause.Observed(), time, event)));
  }

  private void append(WorkspaceId id, CommandId command, Event event) {
    EventRecord record =
        new EventRecord(
            id,
            Source.PROVISIONER,
            state(id).sequence() + 1,
            new Cause.Commanded(command),
            now(),
            event);
    // Known here before anybody can have it from the log: a test goes on at the gateway's answer.
    workspaces.put(id, state(id).apply(record));
    Futures.await(events.append(record));
  }

  private Workspace state(WorkspaceId id) {
    return workspaces.getOrDefault(id, Workspace.absent(id));
  }

  private Instant now() {
    return clock.instant();
  }

  private static List<FieldError> check(Command.Create create) {
    return BACKENDS.contains(create.backend())
        ? List.of()
        : List.of(new FieldError("backend", "is not known"));
  }
}
