package dev.helium.pages.follow;

import dev.helium.pages.frame.Flash;
import dev.helium.pages.frame.Frame;
import dev.helium.pages.read.EventList;
import dev.helium.pages.read.TimelineView;
import java.util.List;

/** The page of a workspace, as it is or as it was. */
public sealed interface FollowModel permits LivingModel, GoneModel {
  /** How many of the newest events the page shows. */
  int EVENTS = 8;

  Frame frame();

  FollowAddress address();

  TimelineView timeline();

  /** What was done just now, for as long as what is shown bears it out; may be empty. */
  String said();

  /** Where the part that changes is read again. */
  default String from() {
    return address()
        .page("state")
        .with(Flash.PARAMETER, frame().done().map(Flash::id).orElse(""))
        .toString();
  }

  EventList events();

  /** How long each stage took or takes. */
  default StageChart chart() {
    return StageChart.of(timeline());
  }

  /** The newest first. */
  default List<EventLine> lines() {
    return events().events().reversed().stream().map(EventLine::of).toList();
  }
}
