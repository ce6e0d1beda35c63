package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.Status;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import dev.helium.view.WorkspaceViews;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;

/** Hands commands on and answers how far their workspace is, after waiting as long as asked for. */
public final class Answering {
  private final Submission submission;
  private final WorkspaceViews views;
  private final WorkspaceJson json;

  public Answering(Submission submission, WorkspaceViews views, WorkspaceJson json) {
    this.submission = submission;
    this.views = views;
    this.json = json;
  }

  Future<SubmittedAnswer> submit(Command command, RequestKey key, WaitOptions wait) {
    long start = System.nanoTime();
    return submission
        .submit(command, key, wait.longest())
        .compose(
            accepted ->
                answer(
                    command.workspace(),
                    accepted.isPresent(),
                    wait,
                    wait.longest().minusNanos(System.nanoTime() - start)));
  }

  private Future<SubmittedAnswer> answer(
      WorkspaceId id, boolean decided, WaitOptions wait, Duration left) {
    if (!decided) {
      return Future.succeededFuture(SubmittedAnswer.pending(id));
    }
    Future<Optional<WorkspaceView>> settled =
        wait.untilReady()
            ? views.until(id, Answering::isSettled, left)
            : Future.succeededFuture(Optional.empty());
    return settled
        .compose(ignored -> views.find(id))
        .map(
            view ->
                wait.untilReady()
                    ? SubmittedAnswer.afterWaiting(id, view, json)
                    : SubmittedAnswer.accepted(id, view));
  }

  /** True when waiting longer will not make it readier. */
  private static boolean isSettled(WorkspaceView view) {
    return view.status() == Status.READY
        || view.status() == Status.FAILED
        || view.status() == Status.DELETING
        || view.workspace().lifecycle() instanceof Lifecycle.Deleted;
  }
}
