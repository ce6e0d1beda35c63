package dev.helium.gateway.signin;

import dev.helium.gateway.guard.SignInAttempts;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Credentials;
import dev.helium.gateway.session.Sessions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Somebody sends a token that was handed out here. */
final class SignInByToken implements Handler<RoutingContext> {
  private final Credentials credentials;
  private final Sessions sessions;
  private final SignInForms forms;
  private final SignInAttempts attempts;
  private final Sent.Reader bodies;

  SignInByToken(
      Credentials credentials,
      Sessions sessions,
      SignInForms forms,
      SignInAttempts attempts,
      Sent.Reader bodies) {
    this.credentials = credentials;
    this.sessions = sessions;
    this.forms = forms;
    this.attempts = attempts;
    this.bodies = bodies;
  }

  @Override
  public void handle(RoutingContext context) {
    bodies
        .read(context)
        .compose(
            sent -> {
              String next = NextPath.of(sent.get("next"));
              return signIn(context, sent)
                  .onSuccess(
                      proven -> {
                        Authentication.admitted(context, proven.identity());
                        attempts.admitted(context);
                        sessions.begin(context, proven);
                        SeeOther.answer(context, next);
                      })
                  .onFailure(failure -> show(context, next, failure));
            })
        .onFailure(
            failure -> {
              if (!context.response().headWritten()) {
                show(context, NextPath.of(null), failure);
              }
            });
  }

  private Future<Credentials.Proven> signIn(RoutingContext context, Sent sent) {
    if (!forms.isFromHere(context.request(), sent.get("formToken"))) {
      return Future.failedFuture(
          Problem.of(
                  ProblemKind.FORBIDDEN,
                  "The form was shown too long ago, or not to this browser; please try again.")
              .exception());
    }
    String token = sent.get("token").strip();
    Optional<Problem> refusal = attempts.begin(context, "Bearer " + token);
    if (refusal.isPresent()) {
      return Future.failedFuture(refusal.get().exception());
    }
    return credentials.signIn(token).map(found -> found.orElseThrow(SignInByToken::unknown));
  }

  /** Whatever is wrong with it. */
  private static RuntimeException unknown() {
    return Problem.of(ProblemKind.UNAUTHORIZED, "Nobody can sign in with this token.").exception();
  }

  private void show(RoutingContext context, String next, Throwable failure) {
    Failed failed = Failed.of(context, failure);
    forms.show(context, failed.status(), next, failed.why());
  }
}
