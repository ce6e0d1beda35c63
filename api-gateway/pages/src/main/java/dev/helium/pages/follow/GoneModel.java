package dev.helium.pages.follow;

import dev.helium.pages.frame.Flash;
import dev.helium.pages.frame.Frame;
import dev.helium.pages.read.EventList;
import dev.helium.pages.read.Json;
import dev.helium.pages.read.ReceiptView;
import dev.helium.pages.read.TimelineView;
import dev.helium.pages.read.WhyView;
import dev.helium.pages.read.WorkspaceStatus;
import dev.helium.pages.web.FormFields;
import java.time.Instant;
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

  /** That it is on its way out is over, and so is whatever else was done to it. */
  @Override
  public String said() {
    return isDeleted()
        ? frame.done().filter(done -> done == Flash.PENDING).map(Flash::text).orElse("")
        : frame.said();
  }

  /** Since when there has been nothing of it. */
  public Optional<Instant> since() {
    return receipt.flatMap(ReceiptView::confirmedAt).or(why::since);
  }

  /** Whether nothing comes of what was asked for under its name. */
  public boolean isRefused() {
    return why.isAbsent() && frame.done().filter(done -> done == Flash.PENDING).isEmpty();
  }

  /** What it is, for whoever hears the page instead of seeing it. */
  public String state() {
    return isDeleted() ? "is gone." : isRefused() ? "was never made." : "is not there yet.";
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
