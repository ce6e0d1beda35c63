package dev.helium.pages.read;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/** One page of workspaces. */
public record WorkspaceList(JsonObject json) {
  public WorkspaceList {
    Objects.requireNonNull(json, "json");
  }

  public List<WorkspaceView> workspaces() {
    return Json.objects(json, "Workspaces").stream().map(WorkspaceView::new).toList();
  }

  /** How many there are in all. */
  public long count() {
    return Json.number(json, "Count");
  }

  /** Where the next page begins; empty on the last one. */
  public String nextCursor() {
    return NextAddress.parameter(Json.text(json, "Next"), "cursor");
  }
}
