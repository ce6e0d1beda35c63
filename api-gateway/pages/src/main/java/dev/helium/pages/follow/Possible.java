package dev.helium.pages.follow;

import dev.helium.pages.frame.Viewer;
import dev.helium.pages.read.TimelineView;
import dev.helium.pages.read.WorkspaceDetails;
import dev.helium.pages.read.WorkspaceStatus;
import dev.helium.pages.read.WorkspaceView;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody is offered to do about a workspace: what their role and its state allow, as far as
 * it can be told from what is shown. The API has the last word.
 */
final class Possible {
  private Possible() {}

  static Set<Action> of(
      Viewer viewer, WorkspaceDetails details, TimelineView timeline, Instant now) {
    Set<Action> actions = EnumSet.noneOf(Action.class);
    WorkspaceView workspace = details.workspace();
    if (!viewer.mayChange(workspace.createdBy())) {
      return actions;
    }
    if (hasFailedAttempt(details)) {
      actions.add(Action.RETRY);
    }
    if (isLiving(workspace, timeline)) {
      actions.addAll(EnumSet.of(Action.EXTEND, Action.SHORTEN, Action.PROTECT));
      if (workspace.status() == WorkspaceStatus.CREATING && !timeline.isDone("applied")) {
        actions.add(Action.CANCEL);
      }
      if (isProtected(workspace, now)) {
        actions.add(Action.UNPROTECT);
      }
    }
    if (isLiving(workspace, timeline) || workspace.status() == WorkspaceStatus.FAILED) {
      actions.add(Action.DELETE);
    }
    return actions;
  }

  static boolean isProtected(WorkspaceView workspace, Instant now) {
    return workspace.protection().filter(each -> each.until().isAfter(now)).isPresent();
  }

  /** Whether it is there and not on its way out; what failed on its way out is not. */
  static boolean isLiving(WorkspaceView workspace, TimelineView timeline) {
    return switch (workspace.status()) {
      case CREATING, READY, NOT_READY -> true;
      case FAILED -> !timeline.kind().equals("deletion");
      case PENDING, DELETING, DELETED, UNKNOWN -> false;
    };
  }

  /** What pods lack is no failed attempt: trying again would change nothing about it. */
  private static boolean hasFailedAttempt(WorkspaceDetails details) {
    return !details.drift().isEmpty()
        || (!details.workspace().message().isEmpty()
            && details.reasons().isEmpty()
            && details.heldBy().isEmpty());
  }
}
