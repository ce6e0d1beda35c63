package dev.helium.deletion.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.expiry.ExpiryLoop;
import dev.helium.deletion.tenure.Tenures;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.deletion.warning.WarningLoop;
import dev.helium.domain.AttemptReport;
import dev.helium.domain.Cause;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.Decider;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Event.LifecycleEvent;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.Receipt;
import dev.helium.domain.RetryPolicy;
import dev.helium.domain.Source;
import dev.helium.domain.WarningLeads;
import dev.helium.domain.Workspace;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The real rules and the real loops over a log in memory, with commands that cross: for any
 * sequence of wishes, restarts and steps of the clock no workspace is ended before its time, and
 * none stays past it once the controller has acted.
 */
final class LifetimesTest {
  private static final RetryPolicy RETRIES =
      new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofSeconds(1));
  private static final Decider DECIDER =
      new Decider(
          new LifetimePolicy(
              new ExpiryPolicy(ZoneOffset.UTC, 1, 90),
              Map.of(),
              Map.of(),
              7,
              new WarningLeads(List.of(Duration.ofMinutes(10), Duration.ofMinutes(2)))),
          RETRIES,
          RETRIES,
          ignored -> List.of());
  private static final int WORKSPACES = 8;
  private static final int STEPS = 400;

  private final ManualTurns turns = new ManualTurns();
  private final List<EventRecord> log = new ArrayList<>();
  private final Map<WorkspaceId, Workspace> decided = new HashMap<>();
  private final Deque<Command> underWay = new ArrayDeque<>();
  private ExpiryLoop expiry;
  private WarningLoop warnings;
  private Tenures tenures;
  private int known;

  /** How far the provisioner's clock is ahead of the controller's. */
  private Duration ahead = Duration.ZERO;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noneEndsBeforeItsTimeAndNoneStaysPastIt(long seed) {
    // given
    Random random = new Random(seed);
    Wishes wishes = new Wishes(random);
    ahead = Duration.ofMillis(random.nextInt(20_000) - 10_000L);
    start();
    for (int step = 0; step < STEPS; step++) {
      // when
      switch (random.nextInt(9)) {
        case 0, 1, 2 -> {
          WorkspaceId workspace = new WorkspaceId("ws-" + random.nextInt(WORKSPACES));
          decide(wishes.next(workspace, turns.instant()));
        }
        case 3 -> end(new WorkspaceId("ws-" + random.nextInt(WORKSPACES)));
        case 4 -> start();
        case 5 -> turns.pass(Duration.ofMillis(random.nextInt(300_000)));
        case 6 -> turns.set(turns.instant().plusMillis(random.nextInt(600_000)));
        case 7 -> {
          decideAll();
          learnAll();
        }
        default -> learnAll();
      }
      turns.settle();
      // then
      assertNoneWasEarly();
      if (random.nextInt(4) == 0) {
        settle();
        assertNoneStays();
      }
    }
  }

  /** As after a crash: nothing is known but what the log says. */
  private void start() {
    if (expiry != null) {
      expiry.close();
      warnings.close();
    }
    expiry =
        new ExpiryLoop(
            this::append,
            turns,
            () -> Optional.of(turns.instant()),
            new Health(),
            new SimpleMeterRegistry());
    warnings =
        new WarningLoop(
            this::append,
            turns,
            () -> Optional.of(turns.instant()),
            new WarningLeads(List.of(Duration.ofMinutes(10), Duration.ofMinutes(2))),
            new SimpleMeterRegistry());
    tenures =
        new Tenures(
            (workspace, tenure) -> {
              expiry.changed(workspace, tenure);
              warnings.changed(workspace, tenure);
            });
    tenures.take(0);
    known = 0;
    learnAll();
    expiry.open();
    warnings.open();
  }

  private Future<Void> append(Command command) {
    underWay.add(command);
    return Future.succeededFuture();
  }

  private void learnAll() {
    while (known < log.size()) {
      tenures.learn(log.get(known), 0);
      known++;
    }
  }

  private void decideAll() {
    while (!underWay.isEmpty()) {
      decide(underWay.remove());
    }
  }

  private void decide(Command command) {
    Workspace before = workspace(command.workspace());
    record(command.id(), before, DECIDER.decide(before, command, now()));
  }

  /** The stack is emptied and the proof found, if it is on its way out. */
  private void end(WorkspaceId id) {
    Workspace workspace = workspace(id);
    if (workspace.lifecycle() instanceof Lifecycle.Destroying destroying) {
      AttemptReport report = new AttemptReport.Destroyed(destroying.attempt());
      record(workspace.request(), workspace, DECIDER.report(workspace, report, now()));
      int life = workspace.incarnation();
      decide(
          new Command.ConfirmDeletion(
              new CommandId("confirm-" + id + "-" + life),
              id,
              new Receipt(life, List.of("gone"), now())));
    }
  }

  private void record(CommandId cause, Workspace before, List<LifecycleEvent> events) {
    Workspace workspace = before;
    for (LifecycleEvent event : events) {
      EventRecord record =
          new EventRecord(
              workspace.id(),
              Source.PROVISIONER,
              workspace.sequence() + 1,
              new Cause.Commanded(cause),
              now(),
              event);
      assertAllowed(workspace, event);
      log.add(record);
      workspace = workspace.apply(record);
      decided.put(workspace.id(), workspace);
    }
  }

  /** Every command so far is decided and every event learned, until nothing is left to do. */
  private void settle() {
    turns.pass(Duration.ofSeconds(1));
    do {
      decideAll();
      learnAll();
      turns.settle();
    } while (!underWay.isEmpty() || known < log.size());
  }

  private Workspace workspace(WorkspaceId id) {
    return decided.getOrDefault(id, Workspace.absent(id));
  }

  private Instant now() {
    return turns.instant().plus(ahead);
  }

  /** By the controller's clock, which is the one that ends workspaces. */
  private void assertAllowed(Workspace workspace, Event event) {
    if (event instanceof Event.DeletionRequested(int attempt, DeletionReason reason, String by)) {
      switch (reason) {
        case DeletionReason.Expired ignored ->
            assertThat(workspace.endsAt()).isBeforeOrEqualTo(turns.instant());
        case DeletionReason.Requested ignored ->
            assertThat(workspace.terms().protection().holds(now())).isFalse();
        case DeletionReason.Swept ignored -> throw new AssertionError("nothing is swept here");
        case DeletionReason.Drifted ignored -> throw new AssertionError("nothing drifts here");
      }
    }
    if (event instanceof Event.ExpiringSoon soon) {
      assertThat(soon.expiresAt()).isEqualTo(workspace.endsAt()).isAfter(now());
      assertThat(workspace.terms().announced())
          .satisfiesAnyOf(
              none -> assertThat(none).isZero(),
              before -> assertThat(before).isGreaterThan(soon.lead()));
    }
  }

  private void assertNoneWasEarly() {
    underWay.stream()
        .filter(Command.Delete.class::isInstance)
        .map(command -> (DeletionReason.Expired) ((Command.Delete) command).reason())
        .forEach(
            found -> {
              assertThat(found.expiry()).isBeforeOrEqualTo(turns.instant());
              assertThat(found.protectedUntil()).isBeforeOrEqualTo(turns.instant());
            });
  }

  private void assertNoneStays() {
    decided
        .values()
        .forEach(
            workspace -> {
              if (lives(workspace)) {
                assertThat(workspace.endsAt())
                    .as("%s by %s", workspace, log)
                    .isAfter(turns.instant().minusMillis(2));
              }
            });
  }

  private static boolean lives(Workspace workspace) {
    return switch (workspace.lifecycle()) {
      case Lifecycle.Absent ignored -> false;
      case Lifecycle.Provisioning ignored -> true;
      case Lifecycle.Provisioned ignored -> true;
      case Lifecycle.ProvisioningFailed ignored -> true;
      case Lifecycle.Destroying ignored -> false;
      case Lifecycle.DestroyFailed ignored -> false;
      case Lifecycle.Destroyed ignored -> false;
      case Lifecycle.Deleted ignored -> false;
    };
  }
}
