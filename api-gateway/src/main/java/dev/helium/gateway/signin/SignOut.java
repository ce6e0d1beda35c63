package dev.helium.gateway.signin;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.identity.Credentials;
import dev.helium.gateway.session.Sessions;
import dev.helium.gateway.session.Site;
import dev.helium.pages.SignInPage;
import dev.helium.pages.Visitor;
import dev.helium.pages.Visitors;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Somebody signs out, here and, if they signed in there, at the issuer. */
final class SignOut implements Handler<RoutingContext> {
  static final String DONE = "/signed-out";

  private final Credentials credentials;
  private final Sessions sessions;
  private final Visitors visitors;
  private final Site site;
  private final Sent.Reader bodies;

  SignOut(
      Credentials credentials,
      Sessions sessions,
      Visitors visitors,
      Site site,
      Sent.Reader bodies) {
    this.credentials = credentials;
    this.sessions = sessions;
    this.visitors = visitors;
    this.site = site;
    this.bodies = bodies;
  }

  @Override
  public void handle(RoutingContext context) {
    bodies
        .read(context)
        .compose(sent -> visitors.of(context).compose(visitor -> signOut(context, visitor, sent)))
        .onSuccess(elsewhere -> answer(context, elsewhere))
        .onFailure(context::fail);
  }

  /** Where they have to be signed out too. */
  private Future<Optional<String>> signOut(
      RoutingContext context, Optional<Visitor> visitor, Sent sent) {
    if (visitor.isPresent()
        && !visitors.isFromForm(context, visitor.get(), sent.get("formToken"))) {
      throw Problem.of(
              ProblemKind.FORBIDDEN, "The form was not shown to you here; nothing was done.")
          .exception();
    }
    boolean atIssuer = sessions.isOfIssuer(context);
    return sessions
        .end(context)
        .map(
            done ->
                atIssuer
                    ? credentials
                        .issuer()
                        .flatMap(
                            issuer ->
                                site.origin(context.request())
                                    .flatMap(origin -> issuer.end(origin + DONE)))
                    : Optional.empty());
  }

  /** Browsers let the answer to a form lead nowhere but here, and a page lead anywhere. */
  private static void answer(RoutingContext context, Optional<String> elsewhere) {
    if (elsewhere.isEmpty()) {
      SeeOther.answer(context, DONE);
    } else if (!context.response().ended() && !context.response().closed()) {
      context.response().putHeader("refresh", "0;url=" + elsewhere.get());
      SignInPage.sendSignedOut(context);
    }
  }
}
