package dev.helium.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.helium.domain.Cause;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.wire.TraceParent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventJsonTest {
  private static final TraceParent TRACE =
      new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  private static final EventRecord RECORD =
      new EventRecord(
          new WorkspaceId("demo"),
          Source.PROVISIONER,
          1,
          new Cause.Observed(),
          Instant.parse("2026-03-01T10:00:00Z"),
          new Event.Destroyed(1));

  private final EventJson json = new EventJson();

  @Test
  void anEventThatIsPartOfATraceSaysSo() {
    // when
    JsonObject event = json.of(new NumberedEvent(1, RECORD, TRACE));
    // then
    assertThat(event.getString("traceparent")).isEqualTo(TRACE.text());
    assertThat(new JsonObject(json.line(RECORD, TRACE, 1))).isEqualTo(event);
  }

  @Test
  void anotherOneDoesNot() {
    assertThat(json.of(new NumberedEvent(1, RECORD)).containsKey("traceparent")).isFalse();
  }
}
