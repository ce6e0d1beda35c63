package dev.helium.pages.start;

import dev.helium.pages.frame.Frame;
import dev.helium.pages.read.WorkspaceView;
import java.util.List;
import java.util.Objects;

/**
 * What the start page shows.
 *
 * @param mine how many workspaces of the visitor there are
 * @param fleet how many of everybody
 * @param attention those of the visitor that need somebody, at most as many as are shown
 * @param next those of the visitor that expire next
 * @param stream of the events that change it
 */
public record StartModel(
    Frame frame,
    Counts mine,
    Counts fleet,
    List<WorkspaceView> attention,
    List<WorkspaceView> next,
    String stream) {
  /** Workspaces by how far they are. */
  public record Counts(long all, long ready, long underWay, long troubled) {
    /** What is none of the others: what is on its way out. */
    public long leaving() {
      return Math.max(0, all - ready - underWay - troubled);
    }
  }

  public StartModel {
    Objects.requireNonNull(frame, "frame");
    Objects.requireNonNull(mine, "mine");
    Objects.requireNonNull(fleet, "fleet");
    Objects.requireNonNull(stream, "stream");
    attention = List.copyOf(attention);
    next = List.copyOf(next);
  }

  /** Where the part that changes is read again. */
  public String from() {
    return StartPage.GLANCE;
  }
}
