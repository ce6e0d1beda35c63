package dev.helium.gateway.workspaces;

import dev.helium.domain.Estimate;
import dev.helium.domain.FieldError;
import dev.helium.domain.WorkspaceId;
import dev.helium.domain.WorkspaceVersion;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.Problem;
import dev.helium.view.KeptView;
import dev.helium.view.WorkspaceViews;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/**
 * Shows a workspace as it is now. Whoever has the present answer already is told so; where it does
 * not depend on the hour, without reading the view.
 */
public final class ShowWorkspace implements Handler<RoutingContext> {
  private static final int NOT_MODIFIED = 304;
  private static final int DIGITS = 8;
  private static final String TAG = "etag";

  /** Bytes of answers that are kept; some 1,500 of each. */
  private static final int MOST_KEPT = 24 * 1024 * 1024;

  private static final EntityTags NONE = new EntityTags(false, List.of());

  private final WorkspaceViews views;
  private final CaughtUp caughtUp;
  private final WorkspaceJson json;
  private final Estimates estimates;
  private final String form;
  private final KeptAnswers answers = new KeptAnswers(MOST_KEPT);

  /**
   * @param contract the text of the contract, with which the form of the answer may change
   */
  public ShowWorkspace(
      WorkspaceViews views,
      CaughtUp caughtUp,
      WorkspaceJson json,
      Estimates estimates,
      Buffer contract) {
    this.views = views;
    this.caughtUp = caughtUp;
    this.json = json;
    this.estimates = estimates;
    this.form = digits(new RequestDigest().add(contract).add(json.kubeconfig().template()));
  }

  @Override
  public void handle(RoutingContext context) {
    caughtUp.require();
    EntityTags held = held(context.request());
    WorkspaceId id = PathId.of(context);
    views
        .kept(id)
        .map(found -> found.orElseThrow(() -> Refusals.unknown().exception()))
        .compose(
            kept ->
                fitting(held, kept)
                    .map(tag -> notModified(context, tag))
                    .orElseGet(
                        () -> answer(id, kept).compose(answer -> send(context, answer, held))))
        .onFailure(context::fail);
  }

  /** Most are asked for again and again, and stay as they are meanwhile. */
  private Future<KeptAnswers.Answer> answer(WorkspaceId id, KeptView kept) {
    return answers
        .find(id, kept.events())
        .map(Future::succeededFuture)
        .orElseGet(
            () -> {
              WorkspaceView view = kept.view();
              return estimates.of(view).map(estimate -> made(id, kept.events(), view, estimate));
            });
  }

  private KeptAnswers.Answer made(
      WorkspaceId id, long events, WorkspaceView view, Optional<JsonObject> estimate) {
    JsonObject shown = json.of(view);
    estimate.ifPresent(known -> shown.put("Estimate", known));
    boolean awaited = Estimate.isAwaited(view);
    String expected =
        awaited
            ? digits(new RequestDigest().add(estimate.map(JsonObject::encode).orElse("none")))
            : "";
    KeptAnswers.Answer answer =
        new KeptAnswers.Answer(
            new EntityTag(WorkspaceVersion.of(view.workspace()), events, form, expected),
            new JsonObject().put("Workspace", shown).toBuffer());
    if (!awaited) {
      answers.keep(id, events, answer);
    }
    return answer;
  }

  private static Future<Void> send(
      RoutingContext context, KeptAnswers.Answer answer, EntityTags held) {
    if (held.any() || held.known(true).contains(answer.tag())) {
      return notModified(context, answer.tag());
    }
    context.response().putHeader(TAG, answer.tag().text());
    Answers.json(context, 200, answer.body());
    return Future.succeededFuture();
  }

  /** The tag of the present answer, if it is held: as many events are the same ones. */
  private Optional<EntityTag> fitting(EntityTags held, KeptView kept) {
    return held.known(true).stream()
        .filter(tag -> tag.estimate().isEmpty())
        .filter(tag -> tag.events() == kept.events() && tag.form().equals(form))
        .findFirst();
  }

  private static Future<Void> notModified(RoutingContext context, EntityTag tag) {
    return context.response().putHeader(TAG, tag.text()).setStatusCode(NOT_MODIFIED).end();
  }

  private static EntityTags held(HttpServerRequest request) {
    List<String> headers = request.headers().getAll("If-None-Match");
    return headers.isEmpty()
        ? NONE
        : EntityTags.parse(String.join(",", headers))
            .orElseThrow(
                () ->
                    Problem.invalid(List.of(new FieldError("If-None-Match", EntityTags.RULE)))
                        .exception());
  }

  private static String digits(RequestDigest digest) {
    return digest.hex().substring(0, DIGITS);
  }
}
