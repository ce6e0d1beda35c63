package dev.helium.gateway.identity;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** Finds out who asks, and lets nobody pass who cannot prove it. */
public final class Authentication implements Admission {
  private static final String KEY = "helium.identity";
  private static final Identity ANYBODY =
      new Identity("anonymous", Role.ADMIN, Identity.EVERYTHING, new Means(Means.Kind.OFF, ""));

  /** What another site can have a browser send changes nothing. */
  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Credentials credentials;
  private final SignedIn signedIn;
  private final ForwardedName forwarded;
  private final Role forwardedRole;

  public Authentication(
      Credentials credentials, AuthenticationSettings settings, SignedIn signedIn) {
    this.credentials = credentials;
    this.signedIn = signedIn;
    this.forwarded = new ForwardedName(settings.proxies());
    this.forwardedRole = settings.forwarded();
  }

  /** Who was let pass; null when nobody was. */
  public static Identity identity(RoutingContext context) {
    return context.get(KEY);
  }

  /** Takes note of who it is. */
  public static void admitted(RoutingContext context, Identity identity) {
    context.put(KEY, identity);
  }

  /** Who asks the API. What a browser keeps of a sign-in is good for reading only. */
  @Override
  public Future<Identity> admit(RoutingContext context) {
    return admit(context, READS.contains(context.request().method()));
  }

  /**
   * Who looks at pages. Of changes it has to be found out besides whether they come from a form
   * that was shown here.
   */
  public Future<Identity> visit(RoutingContext context) {
    return admit(context, true);
  }

  /** Whether it is a problem that nobody is known. */
  public static boolean isNobody(Throwable failure) {
    return Unauthorized.is(failure);
  }

  /**
   * What to tell somebody who could not be let in. Whoever is known, and has no role here, is noted
   * for the record.
   */
  public static Throwable problem(RoutingContext context, Throwable failure) {
    if (failure instanceof NobodyHereException nobody) {
      Rejected.put(context, new Rejected(nobody.name(), nobody.means()));
      return Problem.of(
              ProblemKind.FORBIDDEN,
              "None of your groups has a role here; whoever runs Helium can give it one.")
          .exception();
    }
    return failure;
  }

  private Future<Identity> admit(RoutingContext context, boolean bySignIn) {
    return prove(context, bySignIn)
        .recover(failure -> Future.failedFuture(problem(context, failure)))
        .onSuccess(identity -> admitted(context, identity));
  }

  /** A token counts before a sign-in: who sends one means it. */
  private Future<Identity> prove(RoutingContext context, boolean bySignIn) {
    HttpServerRequest request = context.request();
    if (credentials.areNone()) {
      return Future.succeededFuture(orWhomItNames(request, ANYBODY));
    }
    if (bySignIn && !BearerToken.isIn(request)) {
      return signedIn.in(context).map(known -> known.orElseThrow(Unauthorized::missing));
    }
    return credentials
        .of(BearerToken.of(request))
        .map(identity -> orWhomItNames(request, identity));
  }

  /** Whoever an issuer named is a person, who speaks for nobody else. */
  private Identity orWhomItNames(HttpServerRequest request, Identity own) {
    return own.means().kind() == Means.Kind.OIDC
        ? own
        : forwarded.in(request).map(name -> own.vouchingFor(name, forwardedRole)).orElse(own);
  }
}
