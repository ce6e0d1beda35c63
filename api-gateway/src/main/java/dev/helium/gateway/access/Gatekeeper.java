package dev.helium.gateway.access;

import dev.helium.gateway.audit.AuditTrail;
import dev.helium.gateway.http.RequestRecorder;
import dev.helium.gateway.identity.Access;
import dev.helium.gateway.identity.Action;
import dev.helium.gateway.identity.Admission;
import dev.helium.gateway.identity.Forbidden;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.workspaces.Ownership;
import dev.helium.gateway.workspaces.PathId;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/** Stands before every operation: asks who asks, holds the table, and has it written down. */
public final class Gatekeeper implements Handler<RoutingContext> {
  private final Admission admission;
  private final Permissions permissions;
  private final Ownership ownership;
  private final AuditTrail audit;
  private final Consumer<RoutingContext> admitted;

  /**
   * @param admitted is told of whoever was let in, before it is asked what they may do; may throw a
   *     problem
   */
  public Gatekeeper(
      Admission admission,
      Permissions permissions,
      Ownership ownership,
      AuditTrail audit,
      Consumer<RoutingContext> admitted) {
    this.admission = admission;
    this.permissions = permissions;
    this.ownership = ownership;
    this.audit = audit;
    this.admitted = admitted;
  }

  @Override
  public void handle(RoutingContext context) {
    audit.follow(context);
    Future<Void> passed =
        admission
            .admit(context)
            .compose(
                identity -> {
                  admitted.accept(context);
                  return require(context, identity);
                });
    if (passed.isComplete()) {
      passed.onSuccess(ignored -> context.next()).onFailure(context::fail);
    } else {
      waitFor(passed, context);
    }
  }

  /** The body has to wait too: what comes before somebody reads it would be lost. */
  private static void waitFor(Future<Void> passed, RoutingContext context) {
    HttpServerRequest request = context.request().pause();
    passed
        .onSuccess(ignored -> context.next())
        .onFailure(context::fail)
        .onComplete(ignored -> request.resume());
  }

  private Future<Void> require(RoutingContext context, Identity identity) {
    return switch (permissions.of(RequestRecorder.operation(context))) {
      case Permission.Anybody() -> Future.succeededFuture();
      case Permission.Of(Action action) -> {
        require(identity, action);
        yield Future.succeededFuture();
      }
      case Permission.ChangeOfWorkspace() -> {
        require(identity, Action.CHANGE);
        yield ownership.requireOf(identity, PathId.of(context));
      }
      case Permission.ChangeOfPastWorkspace() -> {
        require(identity, Action.CHANGE);
        yield ownership.requireOfPast(identity, PathId.of(context));
      }
    };
  }

  private static void require(Identity identity, Action action) {
    if (!Access.allows(identity, action)) {
      throw Forbidden.action(identity, action);
    }
  }
}
