package dev.helium.pages.follow;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.read.EventList;
import dev.helium.pages.read.Json;
import dev.helium.pages.read.ReceiptView;
import dev.helium.pages.read.TimelineView;
import dev.helium.pages.read.WhyView;
import dev.helium.pages.read.WorkspaceStatus;
import dev.helium.pages.web.FormFields;
import java.util.Objects;
import java.util.Optional;

/**
 * A workspace that was.
 *
 * @param receipt empty when there is none, or none yet
 */
public record GoneModel(
    Frame frame,
    FollowAddress address,
    WhyView why,
    Optional<ReceiptView> receipt,
    TimelineView timeline,
    EventList events)
    implements FollowModel {
  public GoneModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(receipt, "receipt");
    Objects.requireNonNull(timeline, "timeline");
    Objects.requireNonNull(events, "events");
  }

  /** Whoever made it may bring it back, and whoever may change everybody's. */
  public boolean mayRevive() {
    return why.revivableUntil().isPresent()
        && owner().map(frame.viewer()::mayChange).orElseGet(frame.viewer()::mayChange);
  }

  /** There is no entity tag of it; how much had happened stands for its state. */
  public ActionForm revival() {
    return new ActionForm(
        frame,
        address,
        Action.REVIVE,
        "gone-" + events.count(),
        Optional.empty(),
        FormFields.NONE,
        Optional.empty());
  }

  public boolean isDeleted() {
    return why.state() == WorkspaceStatus.DELETED;
  }

  /** Where that is told by one of the events shown. */
  private Optional<String> owner() {
    return events.events().reversed().stream()
        .filter(event -> event.word().equals("created"))
        .map(event -> Json.text(event.data(), "createdBy"))
        .findFirst();
  }
}
