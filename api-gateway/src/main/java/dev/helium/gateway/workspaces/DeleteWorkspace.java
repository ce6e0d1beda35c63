package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.identity.Authentication;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.UUID;

/** Ends a workspace. */
public final class DeleteWorkspace implements Handler<RoutingContext> {
  private final Submission submission;
  private final Duration decisionWait;

  public DeleteWorkspace(Submission submission, Duration decisionWait) {
    this.submission = submission;
    this.decisionWait = decisionWait;
  }

  @Override
  public void handle(RoutingContext context) {
    WorkspaceId id = PathId.of(context);
    Command.Delete command =
        new Command.Delete(
            new CommandId("http-" + UUID.randomUUID()),
            id,
            Authentication.identity(context).name(),
            new DeletionReason.Requested());
    submission
        .submit(command, decisionWait)
        .map(
            decision ->
                decision.isPresent() ? SubmittedAnswer.deleting(id) : SubmittedAnswer.pending(id))
        .onSuccess(answer -> answer.send(context))
        .onFailure(context::fail);
  }
}
