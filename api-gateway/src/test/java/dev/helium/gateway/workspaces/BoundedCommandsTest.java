package dev.helium.gateway.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.guard.Places;
import dev.helium.gateway.http.ProblemException;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundedCommandsTest {
  private static final Command COMMAND =
      new Command.Delete(
          new CommandId("c-1"), new WorkspaceId("blue"), "ann", new DeletionReason.Requested());

  private final Queue<Promise<Void>> log = new ArrayDeque<>();

  @Test
  void refusesMoreThanMayBeUnderWayUntilOneArrives() {
    // given
    Commands commands = new BoundedCommands(this::append, new Places(2), Duration.ofMinutes(1));
    Future<Void> first = commands.append(COMMAND, TraceParent.NONE);
    commands.append(COMMAND, TraceParent.NONE);
    // when
    Future<Void> third = commands.append(COMMAND, TraceParent.NONE);
    log.remove().complete();
    Future<Void> fourth = commands.append(COMMAND, TraceParent.NONE);
    // then
    assertThat(first.succeeded()).isTrue();
    assertThat(third.cause()).isInstanceOf(ProblemException.class);
    assertThat(fourth.isComplete()).isFalse();
  }

  @Test
  void givesUpOnALogThatDoesNotAnswer() {
    // given
    Commands commands = new BoundedCommands(this::append, new Places(2), Duration.ofMillis(1));
    // when, then
    assertThatThrownBy(() -> commands.append(COMMAND, TraceParent.NONE).await(60, TimeUnit.SECONDS))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The log cannot be reached.");
  }

  private Future<Void> append(Command command, TraceParent trace) {
    Promise<Void> promise = Promise.promise();
    log.add(promise);
    return promise.future();
  }
}
