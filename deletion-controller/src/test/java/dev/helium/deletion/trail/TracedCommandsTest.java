package dev.helium.deletion.trail;

import static dev.helium.deletion.Samples.DEMO;
import static dev.helium.deletion.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.deletion.Samples;
import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.Receipt;
import dev.helium.log.Delivery;
import dev.helium.log.Stamp;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TracedCommandsTest {
  private static final TraceParent ATTEMPT =
      new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  private static final Command CONFIRMATION =
      new Command.ConfirmDeletion(new CommandId("c-1"), DEMO, new Receipt(1, List.of("gone"), NOW));
  private static final Command DELETION =
      new Command.Delete(new CommandId("c-2"), DEMO, "", new DeletionReason.Expired(NOW));

  private final Trails trails = new Trails();
  private final List<TraceParent> appended = new ArrayList<>();
  private final TracedCommands commands =
      new TracedCommands(
          (command, trace) -> {
            appended.add(trace);
            return Future.succeededFuture();
          },
          trails,
          Tracing.off());

  @Test
  void theProofIsPartOfTheTraceInWhichItWasDestroyed() {
    // given
    learn(new Event.Destroyed(3), ATTEMPT);
    // when
    commands.append(CONFIRMATION);
    // then
    assertThat(appended).containsExactly(ATTEMPT);
  }

  @Test
  void whatAClockAsksForIsPartOfNoTraceOfBefore() {
    // given
    learn(Samples.created(1, NOW), ATTEMPT);
    // when
    commands.append(DELETION);
    // then
    assertThat(appended).containsExactly(TraceParent.NONE);
  }

  @Test
  void whatIsGoneIsForgotten() {
    // given
    learn(new Event.Destroyed(3), ATTEMPT);
    // when
    learn(Samples.deleted(1), ATTEMPT);
    // then
    assertThat(trails.of(DEMO)).isEqualTo(Trail.NONE);
  }

  private void learn(Event event, TraceParent trace) {
    trails.learn(
        new Delivery(Samples.record(DEMO, 1, event), 0, 0, Stamp.withoutCommand(1).in(trace)));
  }
}
