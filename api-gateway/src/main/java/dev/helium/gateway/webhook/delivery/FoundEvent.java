package dev.helium.gateway.webhook.delivery;

import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.recent.ToldEvent;
import dev.helium.log.Delivery;
import java.time.Instant;
import java.util.Objects;

/** Where an event stands that a webhook wants, and when it happened. */
record FoundEvent(WorkspaceId workspace, long offset, Instant time) {
  FoundEvent {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(time, "time");
  }

  static FoundEvent of(ToldEvent event) {
    return new FoundEvent(new WorkspaceId(event.workspace()), event.offset(), event.time());
  }

  static FoundEvent of(Delivery event) {
    return new FoundEvent(event.record().workspace(), event.offset(), event.record().time());
  }
}
