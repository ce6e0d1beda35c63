package dev.helium.gateway.signin;

import dev.helium.gateway.guard.SignInAttempts;
import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.gateway.identity.Authentication;
import dev.helium.gateway.identity.Identity;
import dev.helium.gateway.identity.IssuerSignIn;
import dev.helium.gateway.session.BrowserCookie;
import dev.helium.gateway.session.RandomText;
import dev.helium.gateway.session.SealedText;
import dev.helium.gateway.session.Sessions;
import dev.helium.gateway.session.Site;
import dev.helium.view.EndedSessions;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Somebody goes to the issuer and comes back, in the same browser and once. */
final class SignInAtIssuer {
  static final String CALLBACK = "/sign-in/callback";

  private static final int LONGEST_CODE = 4_096;

  private final IssuerSignIn issuer;
  private final Kept kept;
  private final Sessions sessions;
  private final SignInForms forms;
  private final SignInAttempts attempts;

  /**
   * What is remembered of those who are under way.
   *
   * @param cookie holds it, sealed
   * @param used which of them came back already
   */
  record Kept(
      BrowserCookie cookie,
      SealedText sealed,
      EndedSessions used,
      Site site,
      InstantSource clock,
      RandomGenerator random) {}

  SignInAtIssuer(
      IssuerSignIn issuer,
      Kept kept,
      Sessions sessions,
      SignInForms forms,
      SignInAttempts attempts) {
    this.issuer = issuer;
    this.kept = kept;
    this.sessions = sessions;
    this.forms = forms;
    this.attempts = attempts;
  }

  /** Sends somebody to the issuer. */
  void start(RoutingContext context) {
    HttpServerRequest request = context.request();
    String next = NextPath.of(context.queryParams().get("next"));
    try {
      StartedSignIn started =
          new StartedSignIn(
              RandomText.of(kept.random()),
              RandomText.of(kept.random()),
              RandomText.of(kept.random()),
              kept.site().origin(request).orElseThrow(SignInAtIssuer::noHost) + CALLBACK,
              next,
              kept.clock().instant());
      String address =
          issuer.address(
              new IssuerSignIn.Start(
                  started.redirect(), started.state(), started.nonce(), started.verifier()));
      kept.cookie().put(request, kept.sealed().seal(started.json()), StartedSignIn.LONGEST);
      SeeOther.answer(context, address);
    } catch (RuntimeException failure) {
      show(context, next, failure);
    }
  }

  /** Takes in whoever the issuer sends back. */
  void callback(RoutingContext context) {
    HttpServerRequest request = context.request();
    MultiMap brought = context.queryParams();
    Optional<StartedSignIn> started =
        kept.cookie()
            .in(request)
            .flatMap(kept.sealed()::open)
            .map(StartedSignIn::of)
            .filter(each -> !each.isLate(kept.clock().instant()));
    kept.cookie().remove(request);
    String next = started.map(StartedSignIn::next).orElse(NextPath.of(null));
    Future.succeededFuture()
        .compose(begun -> who(context, brought, started.orElseThrow(SignInAtIssuer::notStarted)))
        .onSuccess(
            identity -> {
              Authentication.admitted(context, identity);
              attempts.admitted(context);
              sessions.begin(context, identity);
              SeeOther.answer(context, next);
            })
        .onFailure(failure -> show(context, next, failure));
  }

  private Future<Identity> who(RoutingContext context, MultiMap brought, StartedSignIn started) {
    String code = param(brought, "code");
    if (!isSame(started.state(), param(brought, "state"))
        || !issuer.isFromHere(Optional.ofNullable(brought.get("iss")))) {
      throw notStarted();
    }
    if (brought.contains("error") || code.isEmpty() || code.length() > LONGEST_CODE) {
      throw refused("The issuer did not sign you in.");
    }
    // Each is a question to the issuer, which others shall not have asked at will.
    Optional<Problem> refusal = attempts.begin(context, "state " + started.state());
    if (refusal.isPresent()) {
      throw refusal.get().exception();
    }
    return kept.used()
        .end("sign-in " + started.state(), StartedSignIn.LONGEST)
        .compose(
            first -> {
              if (!first) {
                throw notStarted();
              }
              return issuer.who(
                  new IssuerSignIn.Return(
                      code, started.redirect(), started.nonce(), started.verifier()));
            });
  }

  private void show(RoutingContext context, String next, Throwable failure) {
    Failed failed = Failed.of(context, failure);
    forms.show(context, failed.status(), next, failed.why());
  }

  private static String param(MultiMap brought, String name) {
    return Optional.ofNullable(brought.get(name)).orElse("");
  }

  private static RuntimeException noHost() {
    return Problem.of(ProblemKind.UNREADABLE, "The request does not say which host it is for.")
        .exception();
  }

  private static RuntimeException notStarted() {
    return refused(
        "This sign-in was not begun in this browser, or too long ago; please try again.");
  }

  private static RuntimeException refused(String why) {
    return Problem.of(ProblemKind.UNAUTHORIZED, why).exception();
  }

  private static boolean isSame(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
