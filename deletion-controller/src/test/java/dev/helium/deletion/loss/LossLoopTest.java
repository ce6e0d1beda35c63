package dev.helium.deletion.loss;

import static dev.helium.deletion.Samples.DEMO;
import static dev.helium.deletion.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.tenure.Leaving;
import dev.helium.deletion.tenure.Tenure;
import dev.helium.deletion.tenure.Tenure.Stage;
import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.ClusterName;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LossLoopTest {
  private static final ClusterName LAB = new ClusterName("lab");

  private final ManualTurns turns = new ManualTurns();
  private final Map<ClusterName, String> lost = new HashMap<>();
  private final List<Command> log = new ArrayList<>();
  private final LossLoop loop =
      new LossLoop(cluster -> Optional.ofNullable(lost.get(cluster)), this::append, turns);
  private boolean away;

  private Future<Void> append(Command command) {
    if (away) {
      return Future.failedFuture("the log is away");
    }
    log.add(command);
    return Future.succeededFuture();
  }

  @BeforeEach
  void open() {
    loop.open();
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"LEAVING", "GIVEN_UP"})
  void whatLeavesAClusterThatIsProvenGoneIsReportedOnce(Stage stage) {
    // given
    loop.changed(DEMO, in(stage, LAB));
    turns.pass(Duration.ofMinutes(1));
    assertThat(log).isEmpty();
    // when
    lost.put(LAB, "cluster lab is gone");
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log)
        .containsExactly(
            new Command.ReportClusterGone(
                new CommandId("lost-demo-1"), DEMO, 1, "cluster lab is gone"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"LEAVING", "GIVEN_UP"},
      mode = EnumSource.Mode.EXCLUDE)
  void nothingIsSaidOfWhatIsNotOnItsWayOut(Stage stage) {
    // given
    lost.put(LAB, "cluster lab is gone");
    // when
    loop.changed(DEMO, in(stage, LAB));
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).isEmpty();
    assertThat(turns.alarms()).isZero();
  }

  @Test
  void theDefaultClusterIsNeverSpokenOf() {
    // given
    lost.put(ClusterName.DEFAULT, "it is gone");
    // when
    loop.changed(DEMO, in(Stage.GIVEN_UP, ClusterName.DEFAULT));
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).isEmpty();
  }

  @Test
  void itIsSaidAgainUntilTheLogHasIt() {
    // given
    away = true;
    lost.put(LAB, "cluster lab is gone");
    loop.changed(DEMO, in(Stage.LEAVING, LAB));
    turns.pass(Duration.ofMinutes(1));
    // when
    away = false;
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).hasSize(1);
  }

  private static Tenure in(Stage stage, ClusterName cluster) {
    return new Tenure(1, stage, NOW, NOW, Instant.MAX, Leaving.NONE, cluster);
  }
}
