package dev.helium.gateway.history;

import dev.helium.domain.Cause;
import dev.helium.domain.CommandId;
import dev.helium.domain.Event;
import dev.helium.domain.EventRecord;
import dev.helium.domain.ExpiryPolicy;
import dev.helium.domain.LifetimePolicy;
import dev.helium.domain.Source;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceSpec;
import dev.helium.domain.WorkspaceView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A history, one minute from each event to the next, and what it comes to. */
final class Events {
  static final WorkspaceId ID = new WorkspaceId("blue");
  static final Instant BEGINNING = Instant.parse("2026-03-04T05:00:00Z");
  static final Instant EXPIRY = Instant.parse("2026-03-05T00:00:00Z");

  /** With seven days of grace. */
  private static final LifetimePolicy LIFETIMES =
      LifetimePolicy.same(new ExpiryPolicy(ZoneOffset.UTC, 1, 90));

  private final List<NumberedEvent> all = new ArrayList<>();
  private long decided;
  private long observed;
  private WorkspaceView view = WorkspaceView.absent(ID);

  static Event created(int incarnation, int attempt) {
    return new Event.Created(
        incarnation, attempt, new WorkspaceSpec("namespace", Map.of(), Map.of()), "ann", EXPIRY);
  }

  /** Each decision goes back to the command of its number. */
  Events and(Event event) {
    boolean decision = event instanceof Event.LifecycleEvent;
    EventRecord record =
        new EventRecord(
            ID,
            decision ? Source.PROVISIONER : Source.STATUS_WATCHER,
            decision ? ++decided : ++observed,
            decision ? new Cause.Commanded(new CommandId("c-" + decided)) : new Cause.Observed(),
            BEGINNING.plusSeconds(60L * all.size()),
            event);
    all.add(new NumberedEvent(all.size() + 1L, record));
    view = view.apply(record);
    return this;
  }

  WorkspaceView view() {
    return view;
  }

  Explanation explanation() {
    return new Explanation(view, all);
  }

  /** As when the older ones cannot be read any more. */
  Explanation explanationOfLast(int events) {
    return new Explanation(view, all.subList(all.size() - events, all.size()));
  }

  Outlook outlook(Instant now) {
    return Outlook.of(view, List.of(), LIFETIMES, now);
  }
}
