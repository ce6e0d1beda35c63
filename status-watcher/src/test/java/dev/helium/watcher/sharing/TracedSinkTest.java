package dev.helium.watcher.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Cause;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Readiness;
import dev.helium.domain.Reason;
import dev.helium.domain.ReasonKind;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.service.tracing.Tracing;
import dev.helium.wire.TraceParent;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TracedSinkTest {
  private static final WorkspaceId ID = new WorkspaceId("example");
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Event READY = new Event.ReadinessChanged(1, new Readiness.Ready());
  private static final Event BROKEN =
      new Event.ReadinessChanged(
          1,
          new Readiness.NotReady(
              List.of(new Reason(ReasonKind.WAITING, "Pod/a", "Pulling", "soon", NOW))));
  private static final Event PROVISIONED = new Event.Provisioned(1, Map.of());
  private static final TraceParent ATTEMPT =
      new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  private final Changes changes = new Changes();
  private final List<TraceParent> appended = new ArrayList<>();
  private final TracedSink sink =
      new TracedSink(
          (record, trace) -> {
            appended.add(trace);
            return Future.succeededFuture();
          },
          changes,
          Tracing.off());

  @Test
  void whatIsSeenFollowsFromWhatWasDone() {
    // given
    changes.learn(record(Source.PROVISIONER, PROVISIONED), ATTEMPT);
    assertThat(changes.of(ID)).isEqualTo(new Changed(ATTEMPT, NOW, false));
    // when
    sink.append(record(Source.STATUS_WATCHER, READY));
    sink.append(record(Source.STATUS_WATCHER, READY));
    // then it has become ready once
    assertThat(appended).containsExactly(ATTEMPT, ATTEMPT);
    assertThat(sink.trace(ID)).isEqualTo(ATTEMPT);
    assertThat(changes.of(ID)).isEqualTo(new Changed(ATTEMPT, NOW, true));
  }

  @Test
  void whatStaysReadyThroughAChangeDoesNotBecomeReadyByItLongAfter() {
    // given a second change of what is ready
    changes.learn(record(Source.PROVISIONER, PROVISIONED), ATTEMPT);
    changes.learn(record(Source.STATUS_WATCHER, READY), ATTEMPT);
    changes.learn(record(Source.PROVISIONER, PROVISIONED), ATTEMPT);
    // when
    changes.learn(record(Source.STATUS_WATCHER, BROKEN, NOW.plusSeconds(3_600)), ATTEMPT);
    // then
    assertThat(changes.of(ID).ready()).isTrue();
    // but when that is what the change does
    changes.learn(record(Source.STATUS_WATCHER, BROKEN, NOW.plusSeconds(2)), ATTEMPT);
    // then
    assertThat(changes.of(ID).ready()).isFalse();
  }

  @Test
  void whoTakesOverKnowsWhatWasSeenBefore() {
    // when
    changes.learn(record(Source.PROVISIONER, PROVISIONED), ATTEMPT);
    changes.learn(record(Source.STATUS_WATCHER, READY), ATTEMPT);
    // then
    assertThat(changes.of(ID).ready()).isTrue();
  }

  @Test
  void whatNobodyTracesAnyMoreIsForgotten() {
    // given
    changes.learn(record(Source.PROVISIONER, PROVISIONED), ATTEMPT);
    // when
    changes.learn(record(Source.PROVISIONER, PROVISIONED), TraceParent.NONE);
    sink.append(record(Source.STATUS_WATCHER, READY));
    // then
    assertThat(appended).containsExactly(TraceParent.NONE);
    assertThat(sink.trace(ID)).isEqualTo(TraceParent.NONE);
    assertThat(changes.of(ID)).isEqualTo(Changed.UNTRACED);
  }

  @Test
  void whatIsBeingDeletedIsForgotten() {
    // given
    changes.learn(record(Source.PROVISIONER, PROVISIONED), ATTEMPT);
    // when
    changes.learn(
        record(
            Source.PROVISIONER,
            new Event.DeletionRequested(2, new DeletionReason.Requested(), "ada")),
        ATTEMPT);
    // then
    assertThat(changes.of(ID)).isEqualTo(Changed.UNTRACED);
  }

  private static EventRecord record(Source source, Event event) {
    return record(source, event, NOW);
  }

  private static EventRecord record(Source source, Event event, Instant time) {
    return new EventRecord(ID, source, 1, new Cause.Observed(), time, event);
  }
}
