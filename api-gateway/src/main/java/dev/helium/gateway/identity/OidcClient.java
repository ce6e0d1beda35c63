package dev.helium.gateway.identity;

import java.util.Set;

/**
 * What an issuer knows Helium as, when people sign in at it.
 *
 * @param secret empty for a public client
 * @param scopes that are asked for
 */
record OidcClient(String id, String secret, Set<String> scopes) {
  OidcClient {
    scopes = Set.copyOf(scopes);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a client has an id");
    }
  }

  boolean isPublic() {
    return secret.isEmpty();
  }

  @Override
  public String toString() {
    return "OidcClient[id=" + id + "]";
  }
}
