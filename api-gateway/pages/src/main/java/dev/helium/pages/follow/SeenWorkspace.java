package dev.helium.pages.follow;

import dev.helium.pages.read.WorkspaceDetails;
import dev.helium.pages.read.WorkspaceView;
import java.util.Objects;

/**
 * A workspace, and what stands for the state that it was seen in.
 *
 * @param tag the entity tag; empty when there was none
 */
public record SeenWorkspace(WorkspaceDetails details, String tag) {
  public SeenWorkspace {
    Objects.requireNonNull(details, "details");
    Objects.requireNonNull(tag, "tag");
  }

  public WorkspaceView workspace() {
    return details.workspace();
  }
}
