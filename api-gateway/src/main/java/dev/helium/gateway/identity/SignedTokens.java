package dev.helium.gateway.identity;

import dev.helium.service.Health;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;

/** Tokens that an issuer signed, by OpenID Connect. */
final class SignedTokens implements Proof {
  private static final String EMAIL = "email";
  private static final String EMAIL_VERIFIED = "email_verified";

  private final OidcSettings settings;
  private final IssuerKeys keys;
  private final JwtCheck check;

  SignedTokens(Vertx vertx, OidcSettings settings, InstantSource clock, Health health) {
    this.settings = settings;
    this.keys = new IssuerKeys(vertx, settings.issuer(), new IssuerDocuments(vertx), clock, health);
    this.check = new JwtCheck(settings, clock);
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

  private Identity identity(String token, JsonWebKey key) {
    JwtClaims claims = check.claims(token, key);
    String name = name(claims);
    Means means = new Means(Means.Kind.OIDC, String.valueOf(claims.getClaimValueAsString("sub")));
    Role role =
        settings.roles().of(groups(claims)).orElseThrow(() -> new NobodyHereException(name, means));
    return new Identity(name, role, Identity.EVERYTHING, means);
  }

  private String name(JwtClaims claims) {
    return settings.nameClaims().stream()
        .filter(claim -> !isUnverified(claim, claims))
        .map(claims::getClaimValue)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .map(String::strip)
        .filter(PersonName::canBe)
        .findFirst()
        .orElseThrow(
            () -> Unauthorized.invalid("The token names nobody by " + settings.nameClaims() + "."));
  }

  /** An address that anybody can say is theirs is nobody's name. */
  private static boolean isUnverified(String claim, JwtClaims claims) {
    return claim.equals(EMAIL)
        && "false".equals(String.valueOf(claims.getClaimValue(EMAIL_VERIFIED)));
  }

  private Collection<String> groups(JwtClaims claims) {
    return switch (claims.getClaimValue(settings.groupsClaim())) {
      case String one -> List.of(one);
      case Collection<?> several ->
          several.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      case null, default -> List.of();
    };
  }

  private static RuntimeException unknownKey() {
    return Unauthorized.invalid("The token is signed with a key that the issuer does not have.");
  }
}
