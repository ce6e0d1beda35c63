package dev.helium.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.clock.ClockGuard;
import dev.helium.deletion.clock.ClockWatch;
import dev.helium.deletion.clock.Reading;
import dev.helium.deletion.expiry.ExpiryLoop;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.Command;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.Health;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the wall clock does, and whenever the broker is away. */
final class ClockStepsTest {
  private static final Duration TOLERANCE = Duration.ofMinutes(1);
  private static final int WORKSPACES = 20;
  private static final int STEPS = 2_000;

  private final ManualTurns turns = new ManualTurns();
  private final Instant start = turns.instant();
  private final Map<WorkspaceId, Instant> expiries = new HashMap<>();
  private final Set<WorkspaceId> asked = new HashSet<>();
  private boolean away;
  private ExpiryLoop loop;
  private ClockWatch watch;

  /** What time it is, whatever the wall clock says. */
  private Instant truth() {
    return turns.instant().minus(turns.set());
  }

  private Reading read() {
    return new Reading(
        turns.instant(), Duration.between(start, truth()).toNanos() + Long.MAX_VALUE - 7);
  }

  private void begin() {
    Health health = new Health();
    watch =
        new ClockWatch(
            new ClockGuard(TOLERANCE),
            this::read,
            () -> away ? Future.failedFuture("away") : Future.succeededFuture(truth()),
            turns,
            health,
            new SimpleMeterRegistry());
    loop = new ExpiryLoop(this::append, turns, watch, health, new SimpleMeterRegistry());
    expiries.forEach(this::tell);
    watch.open(loop::wake);
    loop.open();
  }

  private void restart() {
    loop.close();
    watch.close();
    begin();
  }

  private Future<Void> append(Command command) {
    Instant expiry = ((DeletionReason.Expired) ((Command.Delete) command).reason()).expiry();
    // then nothing is deleted before its time
    assertThat(truth()).isAfterOrEqualTo(expiry.minus(TOLERANCE));
    if (away) {
      return Future.failedFuture("away");
    }
    // An expiry that was moved is refused by the decider.
    if (expiry.equals(expiries.get(command.workspace()))) {
      asked.add(command.workspace());
      turns.soon(() -> loop.changed(command.workspace(), leaving(expiry)));
    }
    return Future.succeededFuture();
  }

  private void tell(WorkspaceId workspace, Instant expiry) {
    loop.changed(workspace, asked.contains(workspace) ? leaving(expiry) : living(expiry));
  }

  private static Tenure living(Instant expiry) {
    return new Tenure(1, Tenure.Stage.LIVING, Instant.EPOCH, expiry, Instant.MAX);
  }

  private static Tenure leaving(Instant expiry) {
    return new Tenure(1, Tenure.Stage.LEAVING, Instant.EPOCH, expiry, Instant.MAX);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingIsDeletedBeforeItsTimeAndNothingStaysOnceTheClockIsRight(long seed) {
    // given
    Random random = new Random(seed);
    begin();
    // when
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(8)) {
        case 0 -> turns.set(turns.instant().plus(jump(random)));
        case 1 -> turns.set(turns.instant().minus(jump(random)));
        case 2 -> turns.set(truth());
        case 3 -> away = random.nextBoolean();
        case 4 -> restart();
        case 5, 6 -> live(random);
        default -> turns.pass(Duration.ofMillis(random.nextInt(600_000)));
      }
      turns.settle();
    }
    away = false;
    turns.set(truth());
    turns.pass(Duration.ofSeconds(30));
    // then
    assertThat(expiries)
        .allSatisfy(
            (workspace, expiry) ->
                assertThat(asked.contains(workspace))
                    .as("%s of %s", workspace, expiry)
                    .isEqualTo(!expiry.isAfter(truth())));
    loop.close();
    watch.close();
  }

  private void live(Random random) {
    WorkspaceId workspace = new WorkspaceId("demo-" + random.nextInt(WORKSPACES));
    asked.remove(workspace);
    Instant expiry = truth().plusMillis(random.nextInt(7_200_000) - 60_000L);
    expiries.put(workspace, expiry);
    tell(workspace, expiry);
  }

  private static Duration jump(Random random) {
    return Duration.ofSeconds(1L << random.nextInt(30));
  }
}
