package dev.helium.gateway.identity;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The one token that may do everything, for development and for the very first steps. */
record DevelopmentToken(TokenDigest digest) implements HandedTokens {
  private static final Identity OWNER =
      new Identity(
          "token", Role.ADMIN, Identity.EVERYTHING, new Means(Means.Kind.DEVELOPMENT_TOKEN, ""));

  @Override
  public Future<Optional<Identity>> of(String token) {
    return Future.succeededFuture(digest.matches(token) ? Optional.of(OWNER) : Optional.empty());
  }

  @Override
  public Optional<Identity> holder(Means means, String print) {
    return means.equals(OWNER.means()) && digest.print().equals(print)
        ? Optional.of(OWNER)
        : Optional.empty();
  }

  @Override
  public List<HandedToken> known() {
    return List.of();
  }
}
