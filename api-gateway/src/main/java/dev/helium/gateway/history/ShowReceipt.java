package dev.helium.gateway.history;

import dev.helium.domain.Lifecycle;
import dev.helium.domain.Receipt;
import dev.helium.domain.WorkspaceView;
import dev.helium.gateway.http.Answers;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The receipt of a workspace that is gone; before that, why there is none. */
public final class ShowReceipt implements Handler<RoutingContext> {
  private final History history;

  public ShowReceipt(History history) {
    this.history = history;
  }

  @Override
  public void handle(RoutingContext context) {
    history
        .find(context)
        .map(snapshot -> json(snapshot.view()))
        .onSuccess(body -> Answers.json(context, 200, body))
        .onFailure(context::fail);
  }

  static JsonObject json(WorkspaceView view) {
    return switch (view.workspace().lifecycle()) {
      case Lifecycle.Deleted(Receipt receipt) ->
          new JsonObject().put("Receipt", ReceiptJson.of(view.workspace().id(), receipt));
      case Lifecycle.Destroyed ignored -> throw none(notGone(view));
      case Lifecycle.DestroyFailed ignored ->
          throw none("Its deletion has failed and is attempted again.");
      case Lifecycle.Destroying ignored -> throw none("It is being deleted.");
      case Lifecycle.Provisioning ignored -> throw none("It is not deleted.");
      case Lifecycle.Provisioned ignored -> throw none("It is not deleted.");
      case Lifecycle.ProvisioningFailed ignored -> throw none("It is not deleted.");
      case Lifecycle.Absent ignored -> throw none("It was never made.");
    };
  }

  private static String notGone(WorkspaceView view) {
    var holdup = view.timeline().ending().holdup();
    return holdup.isNone()
        ? "Its stack is empty, and the cluster is searched for anything that is left."
        : "It is not gone yet: " + String.join("; ", holdup.by());
  }

  private static RuntimeException none(String why) {
    return Problem.of(ProblemKind.UNKNOWN, "There is no receipt. " + why).exception();
  }
}
