package dev.helium.gateway.identity;

import dev.helium.service.Health;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that says whose a token is. */
public final class Credentials {
  private final List<Proof> proofs;

  private Credentials(List<Proof> proofs) {
    this.proofs = List.copyOf(proofs);
  }

  public static Credentials of(
      Vertx vertx,
      AuthenticationSettings settings,
      InstantSource clock,
      Health health,
      MeterRegistry meters) {
    return new Credentials(
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
            .toList());
  }

  /** Completes when it can be asked. */
  public Future<Void> start() {
    return Future.all(proofs.stream().map(Proof::start).toList()).mapEmpty();
  }

  public Future<Void> close() {
    return Future.join(proofs.stream().map(Proof::close).toList()).mapEmpty();
  }

  /** Whether nobody is asked for any. */
  public boolean areNone() {
    return proofs.isEmpty();
  }

  /** Whether there can be tokens that were handed out here. */
  public boolean includeTokens() {
    return handed().findAny().isPresent();
  }

  /** Those of the file, in its order, expired ones included. */
  public List<HandedToken> handedTokens() {
    return handed().flatMap(tokens -> tokens.known().stream()).toList();
  }

  /** Whether there is the one that may do everything. */
  public boolean includeDevelopmentToken() {
    return proofs.stream().anyMatch(DevelopmentToken.class::isInstance);
  }

  /** The issuer that people sign in at; empty when there is none. */
  public Optional<IssuerSignIn> issuer() {
    return proofs.stream()
        .filter(SignedTokens.class::isInstance)
        .map(SignedTokens.class::cast)
        .flatMap(tokens -> tokens.signIn().stream())
        .findFirst();
  }

  /** Whose token it is; fails with a problem when it is nobody's. */
  Future<Identity> of(String token) {
    return first(proofs, token)
        .map(
            found ->
                found.orElseThrow(() -> Unauthorized.invalid("The token is not the right one.")));
  }

  /** Who signs in with a token that was handed out here; empty, whatever is wrong with it. */
  public Future<Optional<Proven>> signIn(String token) {
    String print = TokenDigest.of(token).print();
    return first(handed().toList(), token)
        .map(found -> found.map(identity -> new Proven(identity, print)))
        .otherwise(Optional.empty());
  }

  /** Who has the token now that somebody signed in with; empty when nobody has any more. */
  public Optional<Identity> holder(Means means, String print) {
    return handed().flatMap(tokens -> tokens.holder(means, print).stream()).findFirst();
  }

  /**
   * Who signed in with a token.
   *
   * @param print tells the token from others, and is nothing to find it by
   */
  public record Proven(Identity identity, String print) {}

  private Stream<HandedTokens> handed() {
    return proofs.stream().filter(HandedTokens.class::isInstance).map(HandedTokens.class::cast);
  }

  private static Future<Optional<Identity>> first(List<? extends Proof> proofs, String token) {
    Future<Optional<Identity>> found = Future.succeededFuture(Optional.empty());
    for (Proof proof : proofs) {
      found =
          found.compose(
              known -> known.isPresent() ? Future.succeededFuture(known) : proof.of(token));
    }
    return found;
  }
}
