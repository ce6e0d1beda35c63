package dev.helium.gateway.signin;

import dev.helium.gateway.audit.AuditNotes;
import dev.helium.gateway.audit.AuditTrail;
import dev.helium.gateway.http.RequestRecorder;
import dev.helium.pages.SignInPage;
import dev.helium.pages.Visitors;
import io.vertx.core.Handler;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The few addresses by which somebody signs in and out; each use of them is written down. */
public final class SignInRoutes {
  private final RequestRecorder recorder;
  private final AuditTrail audit;
  private final Visitors visitors;
  private final SignInForms forms;
  private final SignInByToken byToken;
  private final Optional<SignInAtIssuer> atIssuer;
  private final SignOut signOut;

  SignInRoutes(
      RequestRecorder recorder,
      AuditTrail audit,
      Visitors visitors,
      SignInForms forms,
      SignInByToken byToken,
      Optional<SignInAtIssuer> atIssuer,
      SignOut signOut) {
    this.recorder = recorder;
    this.audit = audit;
    this.visitors = visitors;
    this.forms = forms;
    this.byToken = byToken;
    this.atIssuer = atIssuer;
    this.signOut = signOut;
  }

  /** Adds them to the router of one event loop. */
  public void mount(Router router) {
    named(router.get("/sign-in"), "showSignIn").handler(this::show);
    named(router.get(SignOut.DONE), "showSignedOut").handler(SignInPage::sendSignedOut);
    noted(router.post("/sign-in"), "signIn").handler(byToken);
    noted(router.post("/sign-out"), "signOut").handler(signOut);
    atIssuer.ifPresent(
        issuer -> {
          named(router.get("/sign-in/start"), "startSignIn").handler(issuer::start);
          noted(router.get(SignInAtIssuer.CALLBACK), "finishSignIn").handler(issuer::callback);
        });
  }

  private Route named(Route route, String name) {
    return route.handler(context -> recorder.page(context, name));
  }

  private Route noted(Route route, String name) {
    Handler<RoutingContext> note =
        context -> {
          AuditNotes.ask(context);
          audit.follow(context);
          context.next();
        };
    return named(route, name).handler(note);
  }

  /** Whoever is known already goes on. */
  private void show(RoutingContext context) {
    String next = NextPath.of(context.queryParams().get("next"));
    visitors
        .of(context)
        .onSuccess(
            visitor -> {
              if (visitor.isPresent()) {
                SeeOther.answer(context, next);
              } else {
                forms.show(context, 200, next, "");
              }
            })
        .onFailure(context::fail);
  }
}
