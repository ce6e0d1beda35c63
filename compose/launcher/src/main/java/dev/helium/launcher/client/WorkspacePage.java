package dev.helium.launcher.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Workspaces in the order that was asked for.
 *
 * @param count of all that were asked for, those that are left out included
 */
public record WorkspacePage(List<WorkspaceState> workspaces, int count) {
  static final String WORKSPACES = "Workspaces";

  public WorkspacePage {
    workspaces = List.copyOf(workspaces);
  }

  static WorkspacePage of(JsonNode page) {
    return new WorkspacePage(
        page.path(WORKSPACES).valueStream().map(WorkspaceState::of).toList(),
        page.path("Count").asInt());
  }
}
