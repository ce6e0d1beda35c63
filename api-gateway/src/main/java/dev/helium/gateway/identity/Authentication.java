package dev.helium.gateway.identity;

import dev.helium.gateway.http.Problem;
import dev.helium.gateway.http.ProblemKind;
import dev.helium.service.Health;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Finds out who asks, and lets nobody pass who cannot prove it. */
public final class Authentication {
  private static final String KEY = "helium.identity";
  private static final Identity ANYBODY =
      new Identity("anonymous", Role.ADMIN, Identity.EVERYTHING, new Means(Means.Kind.OFF, ""));

  private final List<Proof> proofs;
  private final ForwardedName forwarded;
  private final Role forwardedRole;

  private Authentication(List<Proof> proofs, ForwardedName forwarded, Role forwardedRole) {
    this.proofs = List.copyOf(proofs);
    this.forwarded = forwarded;
    this.forwardedRole = forwardedRole;
  }

  public static Authentication of(
      Vertx vertx,
      AuthenticationSettings settings,
      InstantSource clock,
      Health health,
      MeterRegistry meters) {
    List<Proof> proofs =
        settings.sources().stream()
            .<Proof>map(
                source ->
                    switch (source) {
                      case CredentialSource.Development(TokenDigest digest) ->
                          new DevelopmentToken(digest);
                      case CredentialSource.Tokens tokens ->
                          new WatchedTokens(vertx, tokens, clock, health, meters);
                      case CredentialSource.Issuer(OidcSettings issuer) ->
                          new SignedTokens(vertx, issuer, clock, health);
                    })
            .toList();
    return new Authentication(proofs, new ForwardedName(settings.proxies()), settings.forwarded());
  }

  /** Who was let pass; null when nobody was. */
  public static Identity identity(RoutingContext context) {
    return context.get(KEY);
  }

  /** Completes when it can be asked. */
  public Future<Void> start() {
    return Future.all(proofs.stream().map(Proof::start).toList()).mapEmpty();
  }

  public Future<Void> close() {
    return Future.join(proofs.stream().map(Proof::close).toList()).mapEmpty();
  }

  /**
   * Finds out who asks; {@link #identity} says it from then on. Fails with a problem, or throws it,
   * when that is nobody who is let in.
   */
  public Future<Identity> admit(RoutingContext context) {
    return prove(context.request())
        .recover(failure -> Future.failedFuture(problem(context, failure)))
        .onSuccess(identity -> context.put(KEY, identity));
  }

  private Future<Identity> prove(HttpServerRequest request) {
    if (proofs.isEmpty()) {
      return Future.succeededFuture(orWhomItNames(request, ANYBODY));
    }
    String token = BearerToken.of(request);
    Future<Optional<Identity>> found = Future.succeededFuture(Optional.empty());
    for (Proof proof : proofs) {
      found =
          found.compose(
              known -> known.isPresent() ? Future.succeededFuture(known) : proof.of(token));
    }
    return found.map(
        known ->
            orWhomItNames(
                request,
                known.orElseThrow(() -> Unauthorized.invalid("The token is not the right one."))));
  }

  /** Whoever an issuer named is a person, who speaks for nobody else. */
  private Identity orWhomItNames(HttpServerRequest request, Identity own) {
    return own.means().kind() == Means.Kind.OIDC
        ? own
        : forwarded.in(request).map(name -> own.vouchingFor(name, forwardedRole)).orElse(own);
  }

  private static Throwable problem(RoutingContext context, Throwable failure) {
    if (failure instanceof NobodyHereException nobody) {
      Rejected.put(context, new Rejected(nobody.name(), nobody.means()));
      return Problem.of(
              ProblemKind.FORBIDDEN,
              "None of your groups has a role here; whoever runs Helium can give it one.")
          .exception();
    }
    return failure;
  }
}
