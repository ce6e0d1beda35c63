package dev.helium.gateway.pages;

import dev.helium.gateway.guard.SignInAttempts;
import dev.helium.gateway.http.ClientAddress;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.RequestTrace;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.session.FormTokens;
import dev.helium.gateway.session.Sessions;
import dev.helium.gateway.session.Site;
import dev.helium.pages.Visitor;
import dev.helium.pages.Visitors;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Finds out who looks at pages as it is found out who asks the API, or by their session. */
public final class GatewayVisitors implements Visitors {
  private static final String KEY = "helium.visitor";

  private final Authentication authentication;
  private final SignInAttempts attempts;
  private final FormTokens forms;
  private final Site site;

  public GatewayVisitors(
      Authentication authentication, SignInAttempts attempts, FormTokens forms, Site site) {
    this.authentication = authentication;
    this.attempts = attempts;
    this.forms = forms;
    this.site = site;
  }

  @Override
  public Future<Optional<Visitor>> of(RoutingContext context) {
    Optional<Visitor> known = context.get(KEY);
    if (known != null) {
      return Future.succeededFuture(known);
    }
    Future<Optional<Visitor>> found =
        Future.succeededFuture()
            .compose(begun -> visit(context))
            .<Optional<Visitor>>map(identity -> Optional.of(visitor(context, identity)))
            .recover(failure -> nobody(context, failure))
            .onSuccess(visitor -> context.put(KEY, visitor));
    if (!found.isComplete()) {
      waitFor(found, context.request());
    }
    return found;
  }

  @Override
  public boolean isFromForm(RoutingContext context, Visitor visitor, String formToken) {
    return site.isFromHere(context.request())
        && forms.areOf(reader(context, ours(visitor).identity()), formToken);
  }

  static GatewayVisitor ours(Visitor visitor) {
    if (visitor instanceof GatewayVisitor ours) {
      return ours;
    }
    throw new IllegalArgumentException("only whom the gateway found out can be asked for");
  }

  /** A token that a request brings can be guessed here as anywhere else. */
  private Future<Identity> visit(RoutingContext context) {
    String credentials = context.request().getHeader("authorization");
    Optional<Problem> refusal =
        credentials == null ? Optional.empty() : attempts.begin(context, credentials);
    return refusal.isPresent()
        ? Future.failedFuture(refusal.get().exception())
        : authentication.visit(context).onSuccess(ignored -> attempts.admitted(context));
  }

  private Future<Optional<Visitor>> nobody(RoutingContext context, Throwable failure) {
    if (Authentication.isNobody(failure)) {
      attempts.failed(context);
      return Future.succeededFuture(Optional.empty());
    }
    return Future.failedFuture(failure);
  }

  private Visitor visitor(RoutingContext context, Identity identity) {
    return new GatewayVisitor(
        identity,
        ClientAddress.of(context),
        RequestTrace.of(context),
        forms.of(reader(context, identity)));
  }

  /** Whom a form is shown to: a session, or whoever comes without one. */
  private static String reader(RoutingContext context, Identity identity) {
    return Sessions.id(context)
        .map(session -> "session " + session)
        .orElseGet(
            () ->
                String.join(
                    "\n",
                    identity.means().kind().word(),
                    identity.means().credential(),
                    identity.name()));
  }

  /** What comes of a body before somebody reads it would be lost. */
  private static void waitFor(Future<?> found, HttpServerRequest request) {
    if (!request.isEnded()) {
      request.pause();
      found.onComplete(ignored -> request.resume());
    }
  }
}
