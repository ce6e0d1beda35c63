package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.domain.DeletionReason;
import dev.helium.domain.FieldError;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.identity.Authentication;
import dev.helium.view.WorkspaceViews;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ends a workspace, unless others live in the cluster that it made. */
public final class DeleteWorkspace implements Handler<RoutingContext> {
  private final Submission submission;
  private final WorkspaceViews views;
  private final Duration decisionWait;

  public DeleteWorkspace(Submission submission, WorkspaceViews views, Duration decisionWait) {
    this.submission = submission;
    this.views = views;
    this.decisionWait = decisionWait;
  }

  @Override
  public void handle(RoutingContext context) {
    WorkspaceId id = PathId.of(context);
    List<FieldError> errors = new ArrayList<>();
    RequestKey.check(context, errors);
    Condition condition = Condition.read(context.request(), errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).exception();
    }
    RequestDigest digest = new RequestDigest().add("delete").add(id.value());
    RequestKey key = RequestKey.of(context, condition.addedTo(digest));
    Command command =
        condition.of(
            new Command.Delete(
                key.command(),
                id,
                Authentication.identity(context).name(),
                new DeletionReason.Requested()));
    views
        .tenants(id)
        .compose(
            tenants -> {
              Tenants.requireNone(tenants);
              return submission.submit(command, key, decisionWait);
            })
        .map(
            decision ->
                decision.isPresent() ? SubmittedAnswer.deleting(id) : SubmittedAnswer.pending(id))
        .onSuccess(answer -> answer.send(context))
        .onFailure(context::fail);
  }
}
