package dev.helium.gateway.workspaces;

import dev.helium.domain.Status;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.http.Answers;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The answer to a request that changes a workspace: how far it is and where to go on asking. */
record SubmittedAnswer(int status, WorkspaceId id, JsonObject body) {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final String RETRY_SECONDS = "1";

  /** Nothing has been decided yet. */
  static SubmittedAnswer pending(WorkspaceId id) {
    return new SubmittedAnswer(ACCEPTED, id, body(id, Status.PENDING.word()));
  }

  static SubmittedAnswer accepted(WorkspaceId id, Optional<WorkspaceView> view) {
    return new SubmittedAnswer(
        ACCEPTED, id, body(id, view.map(WorkspaceView::status).orElse(Status.CREATING).word()));
  }

  static SubmittedAnswer deleting(WorkspaceId id) {
    return new SubmittedAnswer(ACCEPTED, id, body(id, Status.DELETING.word()));
  }

  /** With all that can be said; without it when somebody deleted the workspace meanwhile. */
  static SubmittedAnswer afterWaiting(
      WorkspaceId id, Optional<WorkspaceView> view, WorkspaceJson json) {
    if (view.isEmpty()) {
      return deleting(id);
    }
    Status status = view.get().status();
    return new SubmittedAnswer(
        status == Status.READY ? OK : ACCEPTED,
        id,
        body(id, status.word()).put("Workspace", json.of(view.get())));
  }

  void send(RoutingContext context) {
    if (status == ACCEPTED) {
      context
          .response()
          .putHeader("location", "/v1/api/workspace/" + id)
          .putHeader("retry-after", RETRY_SECONDS);
    }
    Answers.json(context, status, body);
  }

  private static JsonObject body(WorkspaceId id, String status) {
    return new JsonObject().put("ID", id.value()).put("Status", status);
  }
}
