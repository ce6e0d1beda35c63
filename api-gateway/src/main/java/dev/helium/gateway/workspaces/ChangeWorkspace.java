package dev.helium.gateway.workspaces;

import dev.helium.domain.FieldError;
import dev.helium.domain.WorkspaceId;
import dev.helium.gateway.http.BodyReader;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.Submitted;
import dev.helium.gateway.identity.Authentication;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks something of a workspace that is there, or was: to live longer, to be tried again, … */
public final class ChangeWorkspace {
  private final BodyReader bodies;
  private final Answering answering;
  private final Duration decisionWait;

  /**
   * @param decisionWait how long an answer waits for the decision when nothing is said of it
   */
  public ChangeWorkspace(BodyReader bodies, Answering answering, Duration decisionWait) {
    this.bodies = bodies;
    this.answering = answering;
    this.decisionWait = decisionWait;
  }

  /**
   * Asks for another expiry.
   *
   * @param fields that a request may have
   */
  public Handler<RoutingContext> extend(List<String> fields) {
    return handler((body, errors) -> new ChangeForm(fields, errors).extend(body));
  }

  /**
   * Asks for an earlier expiry.
   *
   * @param fields that a request may have
   */
  public Handler<RoutingContext> shorten(List<String> fields) {
    return handler((body, errors) -> new ChangeForm(fields, errors).shorten(body));
  }

  /**
   * Asks to keep it from being ended.
   *
   * @param fields that a request may have
   */
  public Handler<RoutingContext> protect(List<String> fields) {
    return handler((body, errors) -> new ChangeForm(fields, errors).protect(body));
  }

  public Handler<RoutingContext> unprotect() {
    return handler(
        (body, errors) -> new ChangeForm(List.of(), errors).bare(body, new Change.Unprotect()));
  }

  /**
   * Asks to have it back.
   *
   * @param fields that a request may have
   */
  public Handler<RoutingContext> revive(List<String> fields) {
    return handler((body, errors) -> new ChangeForm(fields, errors).revive(body));
  }

  public Handler<RoutingContext> retry() {
    return handler(
        (body, errors) -> new ChangeForm(List.of(), errors).bare(body, new Change.Retry()));
  }

  public Handler<RoutingContext> cancel() {
    return handler(
        (body, errors) -> new ChangeForm(List.of(), errors).bare(body, new Change.Cancel()));
  }

  private Handler<RoutingContext> handler(Form form) {
    return context ->
        bodies
            .read(context.request())
            .compose(body -> submit(context, body, form))
            .onSuccess(answer -> answer.send(context))
            .onFailure(context::fail);
  }

  private Future<SubmittedAnswer> submit(RoutingContext context, Submitted.Body body, Form form) {
    WorkspaceId id = PathId.of(context);
    List<FieldError> errors = new ArrayList<>();
    WaitOptions wait = WaitOptions.read(context.queryParams(), decisionWait, errors);
    RequestKey.check(context, errors);
    Condition condition = Condition.read(context.request(), errors);
    Change change = form.check(body, errors);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).exception();
    }
    RequestDigest digest = new RequestDigest().add(change.toString()).add(id.value());
    RequestKey key = RequestKey.of(context, condition.addedTo(digest));
    return answering.submit(
        condition.of(change.command(key.command(), id, Authentication.identity(context).name())),
        key,
        wait);
  }

  /** Makes a change of what was sent. */
  @FunctionalInterface
  private interface Form {
    Change check(Submitted.Body body, List<FieldError> errors);
  }
}
