package dev.helium.deletion.append;

import static dev.helium.deletion.Samples.DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.turns.ManualTurns;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SteadyAppenderTest {
  private static final Command COMMAND =
      new Command.Delete(new CommandId("c-1"), DEMO, "me", new DeletionReason.Requested());

  private final ManualTurns turns = new ManualTurns();
  private final List<Command> log = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private boolean away;
  private boolean throwing;
  private boolean wanted = true;
  private boolean ended;
  private final SteadyAppender appender =
      new SteadyAppender(this::append, turns, said::add, () -> said.add("works"));

  private Future<Void> append(Command command) {
    if (throwing) {
      throw new IllegalStateException("closed");
    }
    if (away) {
      return Future.failedFuture("the log is away");
    }
    log.add(command);
    return Future.succeededFuture();
  }

  @Test
  void appendsAgainUntilTheLogTakesIt() {
    // given
    away = true;
    begin();
    turns.pass(Duration.ofMinutes(1));
    assertThat(ended).isFalse();
    // when
    throwing = true;
    turns.pass(Duration.ofSeconds(10));
    throwing = false;
    away = false;
    turns.pass(Duration.ofSeconds(10));
    // then
    assertThat(log).containsExactly(COMMAND);
    assertThat(ended).isTrue();
    assertThat(said.getFirst()).startsWith("the log does not take commands");
    assertThat(said.getLast()).isEqualTo("works");
  }

  @Test
  void givesUpWhatIsNotWantedAnyMore() {
    // given
    away = true;
    begin();
    turns.pass(Duration.ofSeconds(10));
    // when
    wanted = false;
    away = false;
    turns.pass(Duration.ofMinutes(1));
    // then
    assertThat(log).isEmpty();
    assertThat(ended).isTrue();
    assertThat(turns.alarms()).isZero();
  }

  private void begin() {
    appender.append(COMMAND, () -> wanted, () -> ended = true);
    turns.settle();
  }
}
