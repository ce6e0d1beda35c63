package dev.helium.pages.follow;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.read.EventList;
import dev.helium.pages.web.Query;
import java.util.List;
import java.util.Objects;

/**
 * A page of events, the newest first.
 *
 * @param before only events of lower numbers are shown; 0 for the newest
 */
public record EventsModel(Frame frame, FollowAddress address, long before, EventList events) {
  static final int SIZE = 30;

  public EventsModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(events, "events");
  }

  EventsModel with(EventList others) {
    return new EventsModel(frame, address, before, others);
  }

  /** Whether it shows the newest, so that it changes. */
  public boolean isLive() {
    return before == 0 || before > events.count();
  }

  /** The newest first. */
  public List<EventLine> lines() {
    return events.events().reversed().stream()
        .filter(event -> event.number() <= last())
        .map(EventLine::of)
        .toList();
  }

  public boolean hasOlder() {
    return after() > events.unlisted();
  }

  public Query older() {
    return address.page("events").with("before", after() + 1);
  }

  public Query newer() {
    long next = before + SIZE;
    return next > events.count()
        ? address.page("events")
        : address.page("events").with("before", next);
  }

  /** What is shown follows this number. */
  long after() {
    return Math.max(events.unlisted(), last() - SIZE);
  }

  private long last() {
    return isLive() ? events.count() : before - 1;
  }
}
