package dev.helium.gateway.recent;

import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.history.EventJson;
import dev.helium.log.Delivery;
import dev.helium.log.EventEntry;
import dev.helium.log.Unreadable;
import dev.helium.wire.EventCodec;
import dev.helium.wire.EventEnvelope;
import dev.helium.wire.TraceParent;
import java.time.Instant;

/** Words what stands at a place of the log. Safe for any thread. */
public final class Telling {
  private final EventJson json = new EventJson();

  public ToldEvent of(EventEntry entry, Beside beside) {
    return switch (entry) {
      case Delivery delivery -> event(delivery, beside);
      case Unreadable unreadable -> note(unreadable, beside);
    };
  }

  /** Which workspace it is about, without looking anything up; empty when nobody can say. */
  public static String workspace(EventEntry entry) {
    return switch (entry) {
      case Delivery delivery -> delivery.record().workspace().value();
      case Unreadable unreadable ->
          unreadable.envelope().map(EventEnvelope::workspace).map(WorkspaceId::value).orElse("");
    };
  }

  /** Which type of event it is; empty for what cannot be read. */
  public static String type(EventEntry entry) {
    return switch (entry) {
      case Delivery delivery -> EventCodec.type(delivery.record().event());
      case Unreadable ignored -> "";
    };
  }

  private ToldEvent event(Delivery delivery, Beside beside) {
    String type = type(delivery);
    return new ToldEvent(
        delivery.partition(),
        delivery.offset(),
        delivery.record().id(),
        workspace(delivery),
        type,
        beside,
        delivery.record().time(),
        delivery.stamp().trace(),
        EventText.event(
            type, json.line(delivery.record(), delivery.stamp().trace(), beside.number())));
  }

  /** It keeps its place, and says nothing of what stands there. */
  private static ToldEvent note(Unreadable unreadable, Beside beside) {
    return new ToldEvent(
        unreadable.partition(),
        unreadable.offset(),
        "",
        workspace(unreadable),
        "",
        beside,
        Instant.EPOCH,
        TraceParent.NONE,
        EventText.comment(
            "the record at "
                + unreadable.place()
                + " cannot be read ("
                + unreadable.kind().word()
                + "); ./helium dead-letters shows it"));
  }
}
