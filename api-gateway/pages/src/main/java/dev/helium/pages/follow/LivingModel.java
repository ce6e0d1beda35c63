package dev.helium.pages.follow;

import dev.helium.pages.frame.Flash;
import dev.helium.pages.frame.Frame;
import dev.helium.pages.read.EstimateView;
import dev.helium.pages.read.EventList;
import dev.helium.pages.read.TimelineView;
import dev.helium.pages.read.WorkspaceDetails;
import dev.helium.pages.read.WorkspaceStatus;
import dev.helium.pages.read.WorkspaceView;
import dev.helium.pages.web.FormFields;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A workspace that is there. */
public record LivingModel(
    Frame frame, FollowAddress address, SeenWorkspace seen, TimelineView timeline, EventList events)
    implements FollowModel {
  private static final Duration SOON = Duration.ofDays(1);

  public LivingModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(seen, "seen");
    Objects.requireNonNull(timeline, "timeline");
    Objects.requireNonNull(events, "events");
  }

  /** What could not be deleted is on its way nowhere. */
  @Override
  public String said() {
    boolean isStuck = isLeaving() && workspace().status() == WorkspaceStatus.FAILED;
    return frame
        .done()
        .filter(done -> !(isStuck && done == Flash.DELETED))
        .map(Flash::text)
        .orElse("");
  }

  /** Whether it is to be gone: also where its deletion has failed, which is tried again. */
  public boolean isLeaving() {
    return workspace().status() == WorkspaceStatus.DELETING
        || (workspace().status() == WorkspaceStatus.FAILED
            && !Possible.isLiving(workspace(), timeline));
  }

  /** What stands above its end. */
  public String endTitle() {
    return isLeaving() ? "Its end" : isProtected() ? "Kept for" : "Time left";
  }

  public WorkspaceDetails details() {
    return seen.details();
  }

  /** Where its state is kept is of use to those who run Helium, and nobody else's to know. */
  public Map<String, String> outputs() {
    Map<String, String> outputs = new LinkedHashMap<>(details().outputs());
    if (frame.viewer().operates() && !details().stack().isEmpty()) {
      outputs.put("Stack", details().stack());
    }
    return outputs;
  }

  public WorkspaceView workspace() {
    return seen.workspace();
  }

  public Set<Action> actions() {
    return Possible.of(frame.viewer(), details(), timeline, frame.now());
  }

  public ActionForm form(Action action) {
    return new ActionForm(
        frame,
        address,
        action,
        seen.tag(),
        workspace().expiry(),
        FormFields.NONE,
        Optional.empty());
  }

  /** Whether another specification can be asked for. */
  public boolean mayUpdate() {
    return frame.viewer().mayChange(workspace().createdBy())
        && Possible.isLiving(workspace(), timeline)
        && !workspace().backend().isEmpty();
  }

  public boolean isProtected() {
    return Possible.isProtected(workspace(), frame.now());
  }

  /** When it goes, unless somebody does something about it. */
  public Optional<Instant> ends() {
    Optional<Instant> expiry = workspace().expiry();
    return isProtected()
        ? workspace()
            .protection()
            .map(WorkspaceView.Protection::until)
            .filter(until -> expiry.isEmpty() || until.isAfter(expiry.get()))
            .or(() -> expiry)
        : expiry;
  }

  /** Whether its end is less than a day away, or was announced. */
  public boolean isEndingSoon() {
    return details().endsSoon().isPresent()
        || ends().filter(end -> end.isBefore(frame.now().plus(SOON))).isPresent();
  }

  /** What the longest run of those took that the estimate rests on. */
  public String longest() {
    return details()
        .estimate()
        .flatMap(EstimateView::longest)
        .map(ExactLength::of)
        .orElse("a time that nobody noted");
  }

  /** What the place that says what is wrong is called. */
  public String troubleTitle() {
    return switch (workspace().status()) {
      case FAILED -> "It needs somebody";
      case NOT_READY -> "It is not ready any more";
      case DELETING -> "It is not gone yet";
      case PENDING, CREATING, READY, DELETED, UNKNOWN -> "What it waits for";
    };
  }

  public Optional<PodPicture> pods() {
    return PodPicture.of(details());
  }

  /** How the place is marked that says what is wrong: bad, warn or busy. */
  public String tone() {
    return switch (workspace().status()) {
      case FAILED -> "bad";
      case NOT_READY -> "warn";
      case DELETING -> details().heldBy().isEmpty() ? "busy" : "warn";
      case PENDING, CREATING, READY, DELETED, UNKNOWN -> "busy";
    };
  }
}
