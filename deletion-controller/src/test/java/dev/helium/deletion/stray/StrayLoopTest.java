package dev.helium.deletion.stray;

import static dev.helium.deletion.Samples.DEMO;
import static dev.helium.deletion.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.proof.NamespaceFacts;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.deletion.tenure.Tenure.Stage;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.Command;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.WorkspaceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

final class StrayLoopTest {
  private final ManualTurns turns = new ManualTurns();
  private final Map<WorkspaceId, NamespaceFacts> cluster = new ConcurrentHashMap<>();
  private final List<Command> log = new ArrayList<>();
  private final StrayLoop loop =
      new StrayLoop(
          id -> Optional.ofNullable(cluster.get(id)),
          this::append,
          turns,
          new SimpleMeterRegistry());
  private boolean logAway;

  @Test
  void asksForTheDeletionOfWhatTurnsUpAfterTheEnd() {
    // given
    loop.open();
    is(Stage.NONE, 4);
    // when
    stands("4", false, NOW);
    // then
    assertThat(log).hasSize(1);
    assertThat(log.getFirst())
        .isInstanceOfSatisfying(
            Command.Delete.class,
            command -> assertThat(command.reason()).isEqualTo(new DeletionReason.Swept(4)));
  }

  @Test
  void asksOnceForEachNamespace() {
    // given
    loop.open();
    is(Stage.NONE, 4);
    stands("4", false, NOW);
    // when it is seen again, and when another one of the same name turns up later
    stands("4", false, NOW);
    stands("4", false, NOW.plusSeconds(60));
    // then
    assertThat(log).extracting(Command::id).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void leavesAloneWhatLivesWhatGoesAndWhatIsOfAnotherLife() {
    // given
    loop.open();
    // when
    is(Stage.LIVING, 4);
    stands("4", false, NOW);
    is(Stage.DESTROYED, 4);
    stands("4", false, NOW);
    cluster.clear();
    is(Stage.NONE, 4);
    stands("4", true, NOW);
    stands("3", false, NOW);
    stands("", false, NOW);
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void actsOnNothingBeforeTheLogAndTheClusterAreKnown() {
    // given
    is(Stage.NONE, 4);
    stands("4", false, NOW);
    assertThat(log).isEmpty();
    // when
    loop.open();
    // then
    assertThat(log).hasSize(1);
  }

  @Test
  void asksAgainWhenTheLogWasAwayForAsLongAsItStands() {
    // given
    loop.open();
    is(Stage.NONE, 4);
    logAway = true;
    stands("4", false, NOW);
    turns.pass(Duration.ofSeconds(30));
    // when
    logAway = false;
    turns.pass(Duration.ofSeconds(30));
    // then
    assertThat(log).hasSize(1);
  }

  private void is(Stage stage, int incarnation) {
    loop.changed(DEMO, new Tenure(incarnation, stage, NOW, NOW, NOW));
  }

  private void stands(String incarnation, boolean deleting, Instant created) {
    cluster.put(
        DEMO,
        new NamespaceFacts(DEMO.value(), DEMO.value(), incarnation, created, deleting, List.of()));
    loop.namespaceChanged(DEMO);
    turns.settle();
  }

  private Future<Void> append(Command command) {
    if (logAway) {
      return Future.failedFuture("the log is away");
    }
    log.add(command);
    return Future.succeededFuture();
  }
}
