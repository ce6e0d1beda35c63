package dev.helium.gateway.workspaces;

import dev.helium.domain.Command;
import dev.helium.domain.CommandId;
import dev.helium.domain.FieldError;
import dev.helium.domain.Lifecycle;
import dev.helium.domain.NameGenerator;
import dev.helium.domain.SealedContent;
import dev.helium.domain.Status;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.http.BodyReader;
import dev.helium.gateway.http.Submitted;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Identity;
import dev.helium.view.WorkspaceViews;
import dev.helium.wire.Sealing;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes a workspace, or brings the one of that name to another specification. */
public final class CreateWorkspace implements Handler<RoutingContext> {
  private final BodyReader bodies;
  private final FieldNames names;
  private final NameGenerator generator;
  private final Sealing sealing;
  private final Submission submission;
  private final WorkspaceViews views;
  private final CreateDefaults defaults;

  /**
   * @param fields that a request may have
   */
  public CreateWorkspace(
      BodyReader bodies,
      List<String> fields,
      NameGenerator generator,
      Sealing sealing,
      Submission submission,
      WorkspaceViews views,
      CreateDefaults defaults) {
    this.bodies = bodies;
    this.names = new FieldNames(fields);
    this.generator = generator;
    this.sealing = sealing;
    this.submission = submission;
    this.views = views;
    this.defaults = defaults;
  }

  @Override
  public void handle(RoutingContext context) {
    bodies
        .read(context.request())
        .compose(body -> submit(context, body))
        .onSuccess(answer -> answer.send(context))
        .onFailure(context::fail);
  }

  private Future<SubmittedAnswer> submit(RoutingContext context, Submitted.Body body) {
    List<FieldError> errors = new ArrayList<>();
    WaitOptions wait = WaitOptions.read(context.queryParams(), defaults.decisionWait(), errors);
    String key = context.request().getHeader("idempotency-key");
    RequestKey.check(key, errors);
    CreateRequest request = new CreateForm(names).check(body, errors);
    long start = System.nanoTime();
    Command.Create command = command(request, key, Authentication.identity(context));
    return submission
        .submit(command, wait.longest())
        .compose(
            accepted ->
                answer(
                    command.workspace(),
                    accepted.isPresent(),
                    wait,
                    wait.longest().minusNanos(System.nanoTime() - start)));
  }

  private Command.Create command(CreateRequest request, String key, Identity identity) {
    Optional<RequestKey> repeatable =
        Optional.ofNullable(key).map(header -> RequestKey.of(header, identity, request));
    WorkspaceId id =
        request.name().or(() -> repeatable.map(RequestKey::name)).orElseGet(generator::next);
    Map<String, SealedContent> sealed = new HashMap<>();
    request
        .uploads()
        .forEach((field, content) -> sealed.put(field, sealing.seal(id, content.getBytes())));
    return new Command.Create(
        repeatable
            .map(RequestKey::command)
            .orElseGet(() -> new CommandId("http-" + UUID.randomUUID())),
        id,
        identity.name(),
        request.backend().isEmpty() ? defaults.backend() : request.backend(),
        request.parameters(),
        sealed,
        request.expiry());
  }

  private Future<SubmittedAnswer> answer(
      WorkspaceId id, boolean decided, WaitOptions wait, Duration left) {
    if (!decided) {
      return Future.succeededFuture(SubmittedAnswer.pending(id));
    }
    Future<Optional<WorkspaceView>> settled =
        wait.untilReady()
            ? views.until(id, CreateWorkspace::isSettled, left)
            : Future.succeededFuture(Optional.empty());
    return settled
        .compose(ignored -> views.find(id))
        .map(
            view ->
                wait.untilReady()
                    ? SubmittedAnswer.afterWaiting(id, view)
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
