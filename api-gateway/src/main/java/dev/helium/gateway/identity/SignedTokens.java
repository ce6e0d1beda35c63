package dev.helium.gateway.identity;

import dev.helium.service.Health;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;

/** Tokens that an issuer signed, by OpenID Connect. */
final class SignedTokens implements Proof {
  private final IssuerKeys keys;
  private final JwtCheck check;
  private final IssuedName names;
  private final Optional<IssuerSignIn> signIn;

  SignedTokens(Vertx vertx, OidcSettings settings, InstantSource clock, Health health) {
    IssuerDocuments documents = new IssuerDocuments(vertx);
    this.keys = new IssuerKeys(vertx, settings.issuer(), documents, clock, health);
    this.check = new JwtCheck(settings.issuer(), settings.audience(), clock);
    this.names = IssuedName.as(settings);
    this.signIn =
        settings
            .client()
            .map(
                client ->
                    new IssuerSignIn(
                        settings.issuer(),
                        client,
                        keys,
                        new CodeExchange(client, documents),
                        new IdTokens(settings.issuer(), client, keys, names, clock)));
  }

  /** Fails with a {@link NobodyHereException} for whom no group lets in. */
  @Override
  public Future<Optional<Identity>> of(String token) {
    if (!JwtHeader.isIn(token)) {
      return Future.succeededFuture(Optional.empty());
    }
    return keys.find(JwtHeader.of(token).keyId())
        .map(key -> Optional.of(identity(token, key.orElseThrow(SignedTokens::unknownKey))));
  }

  @Override
  public Future<Void> start() {
    keys.start();
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return keys.close();
  }

  /** The way in for browsers; empty when there is none. */
  Optional<IssuerSignIn> signIn() {
    return signIn;
  }

  private Identity identity(String token, JsonWebKey key) {
    return names.of(check.claims(token, key));
  }

  static RuntimeException unknownKey() {
    return Unauthorized.invalid("The token is signed with a key that the issuer does not have.");
  }
}
